from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from portal.languages.enums import SOURCE_LANGUAGE, Language


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send whoever comes to `/` to the language that the browser asks for first, else to Albanian.

    Never a permanent redirect: the next visitor behind the same cache may read the other language. Django's own
    middleware adds `Vary: Accept-Language` to addresses without a language.
    """
    stated = get_language_from_request(request).partition("-")[0]
    language = stated if stated in Language.values else SOURCE_LANGUAGE
    return HttpResponseRedirect(f"/{language}/")
