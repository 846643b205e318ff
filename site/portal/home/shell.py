"""The frame around every page: names, menu and footer. Read once a generation; nothing here may touch session or person."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from wagtail.models import Page

from portal.delivery.memo import until_next_generation
from portal.languages.enums import Language
from portal.pages.models import StandardPage
from portal.pages.selectors import partners, project_words

# The menu, by the name of the index page's class: the hall knows what stands in the house, in which order.
ROOMS: tuple[tuple[str, str | Promise], ...] = (
    ("strategyindexpage", pgettext_lazy("menu", "Strategy")),
    ("libraryindexpage", pgettext_lazy("menu", "Library")),
    ("recommendationindexpage", pgettext_lazy("menu", "Findings")),
    ("consultationindexpage", pgettext_lazy("menu", "Consultations")),
    ("eventindexpage", pgettext_lazy("menu", "Events")),
)

# The footer: codes of standing pages, models of index pages, names of views.
ABOUT = ("about", "results", "coordination", "partners", "take-part", "model:newsindexpage", "model:glossarypage")
RULES = ("model:contactpage", "press", "privacy", "view:my_data", "accessibility", "imprint")
FOOTER: tuple[tuple[str | Promise, tuple[str, ...]], ...] = ((_("About the portal"), ABOUT), (_("Rules"), RULES))
VIEW_NAMES: dict[str, str | Promise] = {"my_data": _("My data")}


@dataclass(frozen=True)
class Shell:
    rooms: list[dict[str, Any]]
    footer: dict[str, Any]
    news_url: str


@until_next_generation
def shell(language: Language) -> Shell:
    """What masthead and footer show in one language. Pages that are not out are left out."""
    with override(language):
        words = project_words()
        indexes = _index_pages(language)
        return Shell(
            rooms=[
                {"key": model, "name": str(name), "url": indexes[model].url}
                for model, name in ROOMS
                if model in indexes
            ],
            news_url=indexes["newsindexpage"].url if "newsindexpage" in indexes else "",
            footer={
                "about": words.line,
                "disclaimer": words.disclaimer,
                "names": [_partner(partner) for partner in partners()],
                "groups": [{"title": str(title), "links": _links(codes, language, indexes)} for title, codes in FOOTER],
            },
        )


def _index_pages(language: Language) -> dict[str, Page]:
    """Live pages right below the front page, by the name of their class. The first of a class stands for it."""
    pages = Page.objects.live().public().filter(depth=3, locale__language_code=language).select_related("content_type")
    found: dict[str, Page] = {}
    for page in pages:
        found.setdefault(page.content_type.model, page)
    return found


def _links(codes: tuple[str, ...], language: Language, indexes: dict[str, Page]) -> list[dict[str, str]]:
    standing = {
        page.code: page
        for page in StandardPage.objects.live().public().filter(locale__language_code=language).exclude(code="")
    }
    links: list[dict[str, str]] = []
    for code in codes:
        kind, _colon, name = code.rpartition(":")
        if kind == "view":
            links.append({"name": str(VIEW_NAMES[name]), "url": reverse(name)})
        elif page := (indexes if kind == "model" else standing).get(name):
            links.append({"name": page.title, "url": page.url})
    return links


def _partner(partner: Any) -> dict[str, Any]:
    logo = partner.logo.get_rendition("max-320x120").url if partner.logo else ""
    return {"role": partner.role, "name": partner.name, "url": partner.url, "logo": logo}
