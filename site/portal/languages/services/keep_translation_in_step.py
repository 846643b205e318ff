from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from portal.languages.enums import SOURCE_LANGUAGE
from portal.languages.translation_state import TARGET_LANGUAGE, translated_text


@transaction.atomic
def keep_translation_in_step(*, page: Page) -> None:
    """Tell wagtail-localize what the Albanian now says, whenever an Albanian page is published.

    A page that nobody has begun to translate gets its English draft at once, so that it has an English address and
    stands on the translators' list. An English text that is out and lacks nothing is made anew, because the Albanian may have
    lost a paragraph or got another image. One that lacks something stays as it was, with a dated notice.
    """
    if page.locale.language_code != SOURCE_LANGUAGE:
        return
    translation = _translation_of(page)
    if translation is None:
        return
    TranslationSource.update_or_create_from_instance(page)
    text = translated_text(page)
    assert text is not None  # the page itself is its Albanian
    if text.target is None:
        translation.save_target(publish=False)
    elif text.target.live and text.is_whole:
        translation.save_target(publish=True)


def _translation_of(page: Page) -> Translation | None:
    """The translation under way, or a new one for a page that editors made; nothing for one that is to stay apart."""
    translation = Translation.objects.filter(
        source__object_id=page.translation_key,
        source__locale=page.locale,
        target_locale__language_code=TARGET_LANGUAGE,
    ).first()
    if translation is not None:
        return translation if translation.enabled else None
    if not _may_be_begun(page):
        return None
    english = Locale.objects.get(language_code=TARGET_LANGUAGE)
    source, _ = TranslationSource.get_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=english)


def _may_be_begun(page: Page) -> bool:
    """A page that a copy would part from its record is made in pairs by a service; and English needs an English parent."""
    return (
        not page.specific_class.exclude_fields_in_copy
        and not page.get_translations().filter(locale__language_code=TARGET_LANGUAGE).exists()
        and page.get_parent().get_translations().filter(locale__language_code=TARGET_LANGUAGE).exists()
    )
