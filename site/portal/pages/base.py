from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PagePermissionTester, PageViewRestriction
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.languages.in_its_place import SourceInItsPlace
from portal.pages.roots import site_root_paths


class FixedPagePermissionTester(PagePermissionTester):
    """For pages whose life belongs to a record, and for the home and index pages that everything hangs from.

    A copy would double a record, a move would break every address below, and unpublishing or deleting goes through the
    record's service, which takes every language along.
    """

    def can_copy(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False


class BasePage(SourceInItsPlace, Page):
    """What every page of the portal shares: an example mark, and words that translators get and slugs that they do not."""

    is_example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("Marked as invented on the page, and kept out of search engines."),
    )

    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        SynchronizedField("is_example"),
    ]
    promote_panels = [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("slug")]
    settings_panels = [*Page.settings_panels, FieldPanel("is_example")]

    comes_with: tuple[str, ...] = ("locale",)
    """What is fetched with the page when it is read. Pages of a record add the record."""

    class Meta:
        abstract = True

    @property
    def shows_as_example(self) -> bool:
        """Whether the page must say that it is invented. Pages of a record ask the record."""
        return self.is_example

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        """As Wagtail's, with the roots of the trees at hand: they are known for as long as nothing public changes."""
        asked = request or self
        if not hasattr(asked, "_wagtail_cached_site_root_paths"):
            asked._wagtail_cached_site_root_paths = site_root_paths()  # type: ignore[union-attr]
        return super().get_url_parts(request)

    def get_view_restrictions(self) -> Any:
        """As Wagtail's, whose two questions are asked only where something on the way to this page is restricted.

        Whatever has aliases restricts them too: then Wagtail must tell.
        """
        shut = PageViewRestriction.objects.values_list("page__path", "page__aliases")
        if any(alias or self.path.startswith(path) for path, alias in shut):
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"is_example": self.shows_as_example}


class FixedPage(BasePage):
    """A page that is made by a service or the seed and stays where it is."""

    is_creatable = False

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return FixedPagePermissionTester(user, self)


class IndexPage(FixedPage):
    """The first page of a room or list: a title, a line that says what is found here, and the list itself."""

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("intro")]

    class Meta:
        abstract = True
