"""The site and where the trees of its languages begin: known for as long as nothing public changes."""

from typing import Any

from wagtail.models import Site

from portal.delivery.memo import until_next_generation


@until_next_generation
def only_site() -> Site | None:
    """The site of this portal; none where an editor has made a second one, which only Wagtail can tell apart."""
    sites = list(Site.objects.select_related("root_page")[:2])
    return sites[0] if len(sites) == 1 and sites[0].is_default_site else None


@until_next_generation
def site_root_paths() -> list[Any]:
    """Where each language's tree begins. Wagtail reads it from the shared cache for each page that it is asked for."""
    return Site.get_site_root_paths()


def know_the_site(request: Any) -> None:
    """Spare every address on the page the questions which site this is and where it begins."""
    if (site := only_site()) is not None:
        request._wagtail_site = site
        request._wagtail_cached_site_root_paths = site_root_paths()
