"""The one door of this room: what somebody may read of consultations."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

from consultation.policies import may_read_unannounced
from consultation.records import Consultation
from portal.accounts.policies import is_member
from portal.languages.enums import SOURCE_LANGUAGE, Language, active_language


def visible_to(user: Any) -> QuerySet[Consultation]:
    """Announced, and its Albanian page is live and open to this reader. The staff who prepare consultations see all."""
    if may_read_unannounced(user):
        return Consultation.objects.all()
    return Consultation.objects.filter(announced_at__isnull=False, pages__page_ptr__in=_source_pages(user))


def _source_pages(user: Any) -> QuerySet[Page]:
    pages = Page.objects.live().filter(locale__language_code=SOURCE_LANGUAGE)
    for restriction in PageViewRestriction.objects.select_related("page").prefetch_related("groups"):
        if not _passes(user, restriction):
            pages = pages.not_descendant_of(restriction.page, inclusive=True)
    return pages


def _passes(user: Any, restriction: PageViewRestriction) -> bool:
    """A password opens a page in one browser, which a record cannot see: it stays shut."""
    if not is_member(user) or restriction.restriction_type == PageViewRestriction.PASSWORD:
        return False
    if restriction.restriction_type == PageViewRestriction.LOGIN or user.is_superuser:
        return True
    return bool(set(restriction.groups.all()) & set(user.groups.all()))


def page_of(consultation: Consultation, language: Language | None = None) -> Page | None:
    """The page that tells it in this language, or else the Albanian one. Cheap where `pages__locale` was fetched ahead."""
    wanted = language or active_language()
    pages = {page.locale.language_code: page for page in consultation.pages.all()}
    page = pages.get(wanted)
    source: Page | None = pages.get(SOURCE_LANGUAGE)
    return page if page is not None and (page.live or source is None or not source.live) else source


def title_of(consultation: Consultation, language: Language | None = None) -> str:
    page = page_of(consultation, language)
    return page.title if page is not None else consultation.code
