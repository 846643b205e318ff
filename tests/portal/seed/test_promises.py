"""What the standing pages promise is what the code does."""

from datetime import timedelta

import pytest

from consultation.records.consultation import CONFIRMATION_GRACE
from consultation.selectors.desk import MODERATION_DAYS
from events.services.forget_needs import KEPT_AFTER_EVENT
from portal.accounts.retention import IDENTITY, LETTERS, UNCONFIRMED_ACCOUNTS
from portal.accounts.views import LINK_VALID_FOR
from portal.home.services.forget_messages import KEPT_FOR
from portal.seed.content_files import content

YEAR = timedelta(days=365)


def _words(page: str, block: str, place: int, language: str) -> str:
    """Term and text of a row of the page's first block of this kind."""
    (row,) = (row for row in content("pages")["pages"] if row["key"] == page)
    rows = next(each[block] for each in row["body"][language] if block in each)
    return " ".join(rows[place])


@pytest.mark.parametrize(
    ("page", "block", "place", "sq", "en", "promised", "kept"),
    [
        (
            "privacy",
            "facts",
            0,
            "12 muaj pas mbylljes",
            "12 months after the consultation closes",
            YEAR,
            IDENTITY.period,
        ),
        ("privacy", "facts", 1, "72 orë", "72 hours", timedelta(hours=72), CONFIRMATION_GRACE),
        ("privacy", "facts", 2, "12 muaj pas ngjarjes", "12 months after the event", YEAR, IDENTITY.period),
        ("privacy", "facts", 3, "30 ditë", "30 days", timedelta(days=30), KEPT_AFTER_EVENT),
        ("privacy", "facts", 4, "12 muajsh", "12 months", YEAR, KEPT_FOR),
        ("privacy", "facts", 5, "90 ditë", "90 days", timedelta(days=90), LETTERS.period),
        ("privacy", "facts", 6, "30 ditësh", "30 days", timedelta(days=30), UNCONFIRMED_ACCOUNTS.period),
        ("privacy", "steps", 1, "24 orë", "24 hours", timedelta(hours=24), LINK_VALID_FOR),
        ("take-part", "steps", 2, "72 orë", "72 hours", timedelta(hours=72), CONFIRMATION_GRACE),
        ("take-part", "steps", 3, "2 ditëve pune", "2 working days", 2, MODERATION_DAYS),
    ],
)
def test_a_period_that_a_page_promises_is_the_one_that_is_kept(
    page: str, block: str, place: int, sq: str, en: str, promised: object, kept: object
) -> None:
    assert sq in _words(page, block, place, "sq")
    assert en in _words(page, block, place, "en")
    assert promised == kept
