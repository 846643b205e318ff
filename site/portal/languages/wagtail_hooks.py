from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from portal.languages import admin_views
from portal.languages.translation_state import translated_text

BEFORE_LOCALIZE = -1


@hooks.register("register_admin_urls", order=BEFORE_LOCALIZE)
def admin_urls() -> list[URLPattern]:
    """Two of wagtail-localize's own addresses are answered here first."""
    return [
        path("translations/", admin_views.translations_to_do, name="translations_to_do"),
        path("localize/translate/<int:translation_id>/disable/", admin_views.stop_translation),
        path("localize/page/<int:page_id>/convert_to_alias/", admin_views.convert_to_alias),
    ]


class TranslationsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("wagtail_localize.submit_translation")


@hooks.register("register_admin_menu_item")
def translations_menu_item() -> MenuItem:
    return TranslationsMenuItem(
        _("Translations"), reverse("translations_to_do"), icon_name="wagtail-localize-language", order=250
    )


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def publish_only_whole_translations(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A page half in English and half in Albanian would go out without a mark. Drafts may be saved at any time."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    text = translated_text(page)
    if text is None or text.target is None or text.target.pk != page.pk:
        return None
    if text.source_taken_at is None or text.is_whole:
        return None
    missing = text.strings - text.translated
    messages.error(
        request,
        ngettext(
            "Not published: %(missing)s passage is not translated yet.",
            "Not published: %(missing)s passages are not translated yet.",
            missing,
        )
        % {"missing": missing},
    )
    return redirect(request.path)
