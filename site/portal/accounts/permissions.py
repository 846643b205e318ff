"""One table: what each role may do in the editors' admin. `services.sync_roles` writes it into groups.

What a role may do with a record at a given moment is a room's policy; here stand only the doors.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.accounts.enums import Role

ADMIN = "wagtailadmin.access_admin"
OUTBOX = ("notifications.view_notice", "notifications.resend_notice")
HOME = "home"
"""Stands for the front pages of both languages, and with them for everything below."""


@dataclass(frozen=True)
class Doors:
    """Permissions by name, on pages by where they begin (`HOME` or an index page's class), and on collections of files."""

    models: Sequence[str] = ()
    pages: dict[str, Sequence[str]] = field(default_factory=dict)
    files: Sequence[str] = ()


def every(app_label: str, *models: str) -> tuple[str, ...]:
    """Add, change, view and delete."""
    return tuple(f"{app_label}.{deed}_{model}" for model in models for deed in ("add", "change", "view", "delete"))


def some(deeds: str, app_label: str, *models: str) -> tuple[str, ...]:
    return tuple(f"{app_label}.{deed}_{model}" for model in models for deed in deeds.split())


FULL_PAGES = ("add_page", "change_page", "publish_page")
OWN_FILES = ("add", "choose")
ALL_FILES = ("add", "change", "choose")

LIBRARY = every("publications", "publication", "publicationfile", "relation")
STRATEGY = every(
    "strategy", "strategy", "objective", "measure", "budgetyear", "indicator", "target", "indicatorreading"
)
REVIEWS = every("reviews", "review", "finding", "evidence", "recommendation", "answer", "policychange")
CONSULTATION = every(
    "consultation",
    *("consultation", "draftversion", "provision", "provisionlineage", "supplieddocument", "noticegiven"),
    *("publicmeeting", "question", "questionoption", "invitation", "issue", "issuenote", "officialresponse"),
    *("consultationreport", "holidayoverride"),
)
EVENTS = every("events", "event", "categoryquota", "programmeitem")
VOCABULARIES = every("stakeholders", "institution", "stakeholdercategory") + every("languages", "glossaryterm")
FRAME = every("pages", "partner") + some("view change", "pages", "projectwords")
MESSAGES = some("view", "home", "contactmessage")

DOORS: dict[Role, Doors] = {
    Role.EDITOR: Doors(
        models=(ADMIN, *LIBRARY, *STRATEGY, *REVIEWS, *VOCABULARIES, *FRAME, "wagtail_localize.submit_translation"),
        pages={HOME: FULL_PAGES},
        files=ALL_FILES,
    ),
    Role.TRANSLATOR: Doors(
        models=(ADMIN, "wagtail_localize.submit_translation", *every("languages", "glossaryterm")),
        pages={HOME: ("change_page",)},
        files=("choose",),
    ),
    Role.COORDINATOR: Doors(
        models=(
            ADMIN,
            *CONSULTATION,
            *some("view change", "consultation", "contribution", "consultationcomment"),
            *MESSAGES,
            *OUTBOX,
        ),
        pages={"consultation.ConsultationIndexPage": FULL_PAGES},
        files=OWN_FILES,
    ),
    Role.MODERATOR: Doors(
        models=(
            ADMIN,
            *some("view", "consultation", "consultation", "draftversion", "provision"),
            *some("view change", "consultation", "contribution", "consultationcomment"),
        ),
    ),
    Role.ORGANISER: Doors(
        models=(ADMIN, *EVENTS, *some("view change", "events", "registration"), *OUTBOX),
        pages={"events.EventIndexPage": FULL_PAGES},
        files=OWN_FILES,
    ),
    Role.DOOR_HELPER: Doors(models=some("view", "events", "event", "registration")),
    Role.FOCAL_POINT: Doors(models=(ADMIN, *some("view", "strategy", "strategy", "objective", "measure", "indicator"))),
    Role.SECRETARIAT: Doors(models=(ADMIN, *STRATEGY, *REVIEWS), files=OWN_FILES),
    Role.ANALYST: Doors(
        models=(
            ADMIN,
            *some("view", "strategy", "strategy", "objective", "measure", "indicator", "target"),
            *some("view", "consultation", "consultation", "contribution", "consultationcomment"),
            *some("view", "events", "event"),
        ),
    ),
    Role.ADMINISTRATOR: Doors(
        models=(
            ADMIN,
            *LIBRARY,
            *STRATEGY,
            *REVIEWS,
            *CONSULTATION,
            *some("view change", "consultation", "contribution", "consultationcomment"),
            *EVENTS,
            *some("view change", "events", "registration"),
            *VOCABULARIES,
            *FRAME,
            *MESSAGES,
            *OUTBOX,
            "accounts.view_auditentry",
            "wagtail_localize.submit_translation",
            *some("add change view", "accounts", "user"),
            *every("auth", "group"),
            *every("wagtailcore", "collection"),
            *every("wagtailredirects", "redirect"),
            "wagtailcore.change_site",
        ),
        pages={HOME: (*FULL_PAGES, "bulk_delete_page", "lock_page", "unlock_page")},
        files=ALL_FILES,
    ),
}
