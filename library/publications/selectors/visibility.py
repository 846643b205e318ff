"""The one door of the library's rooms: what somebody may read."""

from typing import Any, TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Now
from wagtail.models import Page, PageViewRestriction

from library.publications.policies import may_read_unpublished
from library.publications.records import Publication
from portal.accounts.policies import is_member
from portal.languages.enums import SOURCE_LANGUAGE, Language, active_language

R = TypeVar("R", bound=Model)


def visible_to(user: Any) -> QuerySet[Publication]:
    """Publications whose Albanian page is open to this reader; editors and translators see all."""
    return Publication.objects.all() if may_read_unpublished(user) else open_to(user, Publication.objects.all())


def open_to(user: Any, records: QuerySet[R]) -> QuerySet[R]:
    """Records of a kind that pages tell, as far as this reader may read them."""
    return records.filter(is_open_to(user, records.model))


def is_open_to(user: Any, record_class: type[Model], key: str = "pk") -> Exists:
    """Whether the Albanian page of a record is live, has not expired and is not closed to this reader.

    A page is closed by what closes any page above it. A password opens a page in one browser, which a record cannot
    see: it stays closed. `key` names the record's key where it is reached from another row.
    """
    closing = (
        PageViewRestriction.objects.exclude(_passed_by(user))
        .annotate(below=ExpressionWrapper(OuterRef("path"), output_field=CharField()))
        .filter(below__startswith=F("page__path"))
    )
    # Behind a function, so that SQLite begins with the record's two pages and not with all pages of a language.
    language = Coalesce("locale__language_code", Value(""))
    pages = (
        page_class(record_class)
        ._default_manager.alias(language=language)
        .filter(
            Q(expire_at=None) | Q(expire_at__gt=Now()),
            ~Exists(closing),
            record=OuterRef(key),
            live=True,
            language=SOURCE_LANGUAGE,
        )
    )
    return Exists(pages)


def _passed_by(user: Any) -> Q:
    """The restrictions that let this person through."""
    if not is_member(user):
        return Q(pk__in=[])
    passed = Q(restriction_type=PageViewRestriction.LOGIN)
    if user.is_superuser:
        return passed | Q(restriction_type=PageViewRestriction.GROUPS)
    return passed | Q(restriction_type=PageViewRestriction.GROUPS, groups__in=user.groups.all())


def page_class(record_class: type[Model]) -> Any:
    """The class of the pages that tell such a record, reached by the reverse relation."""
    return record_class._meta.get_field("pages").related_model


def pages_ahead(record_class: type[Model]) -> "Prefetch[Any, Any, Any]":
    """Fetches the pages of every record of a list, with their languages, in one query."""
    return Prefetch("pages", queryset=page_class(record_class)._default_manager.select_related("locale"))


def page_of(record: Any, language: Language | None = None) -> Page | None:
    """The page that tells a record in this language, whether or not it is out. Lists fetch `pages` ahead."""
    return pages_by_language(record).get(language or active_language())


def words_of(record: Any) -> Page | None:
    """The page whose words may be shown now: in the language being read if it is out, else the Albanian one."""
    pages = pages_by_language(record)
    here = pages.get(active_language())
    return here if here is not None and here.live else pages.get(SOURCE_LANGUAGE)


def pages_by_language(record: Any) -> dict[str, Page]:
    return {page.locale.language_code: page for page in record.pages.all()}


def address_of(record: Any, request: Any = None) -> str:
    """Where the record is read in the language being read. The English address shows the Albanian until it is out."""
    page = page_of(record)
    return (page.get_url(request) or "") if page is not None else ""
