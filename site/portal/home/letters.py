"""The letters that the hall sends."""

from typing import Any

from portal.notifications.letter import Letter

_MESSAGE: dict[str, Any] = {
    "message": {
        "subject": "Një pyetje <shembull>",
        "text": "Rreshti i parë & i dyti.",
        "email": "emri@example.al",
        "name": "",
    }
}

LETTERS = (
    Letter("home/message_for_team", examples=(_MESSAGE,)),
    Letter("home/message_received", examples=(_MESSAGE,)),
)
