from datetime import UTC, datetime
from typing import Any

from portal.accounts.account_letters import CODE, LINK, NOTE
from portal.accounts.account_letters import LETTERS as ACCOUNT_LETTERS
from portal.notifications.letter import Letter

_VALUES: dict[str, dict[str, Any]] = {
    CODE: {"code": "F7KP2M"},
    LINK: {"path": "/sq/llogaria/shembull/"},
    NOTE: {"at": datetime(2026, 11, 24, 10, 42, tzinfo=UTC)},
}

LETTERS = (
    Letter("accounts/my_data", examples=({"path": "/sq/llogaria/te-dhenat-e-mia/shembull/"},)),
    *(
        Letter(
            name,
            examples=tuple(
                values | {"subject": letter.subject, "lead": letter.lead, "button": letter.button}
                for letter in ACCOUNT_LETTERS.values()
                if letter.name == name
            ),
        )
        for name, values in _VALUES.items()
    ),
)
