from datetime import date
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.languages.enums import Language, active_language


def paper() -> dict[str, Any]:
    here = active_language()
    name = settings.PORTAL_NAME[here]
    return {
        "receipt": _receipt(),
        "next": [
            {"title": _("Confirm your address"), "text": _("Open the link in the letter we sent you.")},
            {
                "title": _("Reading before publication"),
                "text": _("The coordinator reads the comment within 2 working days."),
            },
        ],
        "item": _item(),
        "steps": [
            {"name": _("Who you are"), "url": "#forms"},
            {"name": _("Category"), "url": "#forms", "current": True},
            {"name": _("Consents"), "url": "#forms"},
        ],
        "letter": _letter(name, here),
        "badge": {
            "event": _("National conference (example)"),
            "dates": date_format(date(2027, 1, 28)),
            "name": _("Name Surname"),
            "organisation": _("Invented organisation"),
            "languages": _("Speaks: Albanian, English"),
            "number": "R‑0118",
        },
        "cover": {
            "name": name,
            "kind": _("Consultation report · example"),
            "title": _("Outline of a new migration policy"),
            "lede": _("What was said, what was accepted, what was not, and why."),
            "place": _("Tirana, %(month)s") % {"month": date_format(date(2027, 2, 1), "YEAR_MONTH_FORMAT")},
        },
    }


def _receipt() -> dict[str, str]:
    return {
        "status": pgettext("contribution", "Received"),
        "title": _("Thank you. Your comment was received."),
        "number_name": _("Receipt number"),
        "number": "K‑2026‑0247",
        "text": _("Sent for provision 5. The time of sending counts."),
    }


def _item() -> dict[str, Any]:
    return {
        "title": _("Provision %(number)s") % {"number": 5},
        "states": [{"state": "planned", "text": pgettext("contribution", "Awaits reading")}],
        "facts": ["K‑2026‑0247", date_format(date(2026, 11, 24))],
        "actions": [
            {"text": pgettext("verb", "Change"), "about": "K‑2026‑0247", "url": "#paper"},
            {"text": pgettext("verb", "Withdraw"), "about": "K‑2026‑0247", "url": "#paper", "danger": True},
        ],
    }


def _letter(name: str, here: Language) -> dict[str, Any]:
    in_english = "In English: we received your comment on provision 5. Please confirm your address."
    in_albanian = "Në shqip: morëm komentin tuaj për dispozitën 5. Ju lutemi vërtetoni adresën."
    return {
        "brand": name,
        "title": _("Your comment was received. Confirm your address."),
        "paragraphs": [_("We received your comment on provision 5. Without a confirmed address it is not published.")],
        "button_url": "https://portal.example/sq/v/8f3k",
        "button": _("Confirm the address"),
        "address_note": _("If the button does not open, copy this address:"),
        "other_lang": str(here.other),
        "other": [in_english if here == Language.ALBANIAN else in_albanian],
        "foot": [_("Example: nobody will answer in this consultation.")],
    }
