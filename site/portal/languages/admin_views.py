"""The translators' side of the admin."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import convert, edit_translation

from portal.languages.enums import SOURCE_LANGUAGE
from portal.languages.switch import page_versions
from portal.languages.translation_state import translations_to_do as texts_to_translate


@require_safe
def translations_to_do(request: HttpRequest) -> HttpResponse:
    """The queue: what is missing or behind, the nearest deadline first."""
    title = _("Translations to do")
    return render(
        request,
        "languages/admin/translations_to_do.html",
        {
            "header_title": title,
            "header_icon": "wagtail-localize-language",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": "", "label": title},
            ],
            "texts": texts_to_translate(request.user),
        },
    )


def stop_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Cutting a translation from its source is for whoever may publish the source."""
    translation = get_object_or_404(Translation, pk=translation_id)
    _only_publishers_of(translation.source.get_source_instance(), request)
    response: HttpResponse = edit_translation.stop_translation(request, translation_id)
    return response


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """An alias puts the Albanian in the place of an English text: again for whoever may publish the Albanian."""
    page = get_object_or_404(Page, pk=page_id)
    _only_publishers_of(page_versions(page).get(SOURCE_LANGUAGE, page), request)
    response: HttpResponse = convert.convert_to_alias(request, page_id)
    return response


def _only_publishers_of(source: Page, request: HttpRequest) -> None:
    if not source.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
