"""The one door of this room: what somebody may read of consultations."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageViewRestriction

from consultation.policies import may_read_unannounced
from consultation.records import Consultation
from portal.accounts.policies import is_member
from portal.languages.enums import SOURCE_LANGUAGE, Language, active_language


def visible_to(user: Any) -> QuerySet[Consultation]:
    """Announced, and its Albanian page is live and open to this reader. The staff who prepare consultations see all."""
    if may_read_unannounced(user):
        return Consultation.objects.all()
    # Asked by the record, and the language behind a function, so that SQLite does not begin with all pages of a language.
    language = Coalesce("locale__language_code", Value(""))
    sources = Page.objects.live().alias(language=language).filter(language=SOURCE_LANGUAGE).exclude(shut_above(user))
    is_told = Exists(sources.filter(consultationpage__consultation=OuterRef("pk")))
    return Consultation.objects.filter(is_told, announced_at__isnull=False)


def shut_above(user: Any) -> Exists:
    """Of pages: whether there is a restriction on the page or above it that this reader does not pass.

    A password opens a page in one browser, which a record cannot see: for records it stays shut.
    """
    below = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions: QuerySet[PageViewRestriction] = PageViewRestriction.objects.alias(below=below)
    restrictions = restrictions.filter(below__startswith=F("page__path"))
    if not is_member(user):
        return Exists(restrictions)
    passed = Q(restriction_type=PageViewRestriction.LOGIN) | Q(groups__in=user.groups.all())
    if user.is_superuser:
        passed = ~Q(restriction_type=PageViewRestriction.PASSWORD)
    return Exists(restrictions.exclude(passed))


def pages_ahead() -> "Prefetch[Any, Any, Any]":
    """Fetches the pages of every consultation of a list, with their languages, in one query."""
    pages = Consultation._meta.get_field("pages").related_model
    return Prefetch("pages", queryset=pages._default_manager.select_related("locale"))  # type: ignore[union-attr]


def page_of(consultation: Consultation, language: Language | None = None) -> Page | None:
    """The page that tells it in this language, or else the Albanian one. Cheap where `pages` were fetched ahead."""
    wanted = language or active_language()
    pages = {page.locale.language_code: page for page in consultation.pages.all()}
    page = pages.get(wanted)
    source: Page | None = pages.get(SOURCE_LANGUAGE)
    return page if page is not None and (page.live or source is None or not source.live) else source


def title_of(consultation: Consultation, language: Language | None = None) -> str:
    page = page_of(consultation, language)
    return page.title if page is not None else consultation.code
