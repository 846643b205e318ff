from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from portal.home.pages import HomePage
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.pages.services.pairs import remember_translation


@transaction.atomic
def plant_trees() -> HomePage:
    """Make the two locales, the two front pages and the site, or find them; return the Albanian front page.

    Wagtail's first migration leaves a "Welcome" page and a site on any host: the page is replaced, the site is kept.
    """
    for language in Language:
        Locale.objects.get_or_create(language_code=language)
    existing = HomePage.objects.filter(locale__language_code=SOURCE_LANGUAGE).first()
    if existing is not None:
        return existing
    root = Page.get_first_root_node()
    source = _front_page(root, SOURCE_LANGUAGE)
    target = _front_page(root, SOURCE_LANGUAGE.other, translation_key=source.translation_key)
    remember_translation(source, target)
    for page in (source, target):
        page.get_latest_revision().publish()
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": source, "site_name": settings.PORTAL_NAME[SOURCE_LANGUAGE]},
    )
    Page.objects.filter(depth=2, slug="home").exclude(pk__in=[source.pk, target.pk]).delete()
    return source


def _front_page(root: Page, language: Language, **identity: object) -> HomePage:
    page = HomePage(
        title=settings.PORTAL_NAME[language],
        slug=language.value,
        locale=Locale.objects.get(language_code=language),
        **identity,
    )
    root.add_child(instance=page)
    page.save_revision()
    return page
