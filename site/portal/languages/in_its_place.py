from typing import Any

from django.http import HttpRequest
from wagtail.url_routing import RouteResult

from portal.languages.enums import SOURCE_LANGUAGE


class SourceInItsPlace:
    """For page classes: the address of an English text that is not out shows the Albanian, within the English shell.

    The page that is served is the Albanian one, with its restrictions and its canonical address. `{%
    translation_notice %}` and `{% language_mark %}` see that its language is not the reader's, and say so.
    """

    live: bool
    get_translations: Any

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        if not path_components and not self.live:
            source = self.get_translations().live().filter(locale__language_code=SOURCE_LANGUAGE).first()
            if source is not None:
                return RouteResult(source.specific)
        return super().route(request, path_components)  # type: ignore[misc]
