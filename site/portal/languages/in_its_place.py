from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from portal.languages.enums import SOURCE_LANGUAGE

if TYPE_CHECKING:
    Base = Page
else:
    Base = object


class SourceInItsPlace(Base):
    """For page classes: the address of an English text that is not out shows the Albanian, within the English shell.

    The page that is served is the Albanian one, with its restrictions and its canonical address; `{% translation_notice %}`
    and `{% language_mark %}` see that its language is not the reader's and say so.
    """

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        if not path_components and not self.live:
            source = self.get_translations().live().filter(locale__language_code=SOURCE_LANGUAGE).first()
            if source is not None:
                return RouteResult(source.specific)
        return super().route(request, path_components)
