from django.db import transaction
from wagtail.models import Page

from portal.languages.enums import SOURCE_LANGUAGE


@transaction.atomic
def take_down_translations(*, page: Page) -> None:
    """Unpublish what translates an Albanian page that is no longer public. Wagtail alone would leave it standing."""
    if page.locale.language_code != SOURCE_LANGUAGE:
        return
    for translation in page.get_translations().live().specific():
        translation.unpublish(log_action=True)
