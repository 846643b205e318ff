"""What search engines may list: live, unrestricted pages that are no examples, each with its real translations."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page


@dataclass(frozen=True)
class Listed:
    location: str
    changed_at: datetime | None
    alternates: list[tuple[str, str]]


def listed_pages(request: HttpRequest) -> list[Listed]:
    """Every page of the sitemap. A page asks its record: what is not announced, or is an example, yields nothing."""
    pages = (
        Page.objects.live().public().filter(depth__gt=1).select_related("locale").order_by("translation_key", "path")
    )
    return [
        entry
        for _key, versions in groupby(pages.specific(), key=lambda page: page.translation_key)
        for entry in _entries([page for page in versions if _may_be_listed(page, request)], request)
    ]


def _may_be_listed(page: Any, request: HttpRequest) -> bool:
    return not getattr(page, "shows_as_example", False) and bool(page.get_sitemap_urls(request))


def _entries(versions: list[Any], request: HttpRequest) -> list[Listed]:
    addresses = [(page.locale.language_code, f"{settings.BASE_URL}{page.get_url(request)}") for page in versions]
    alternates = addresses if len(addresses) > 1 else []
    return [
        Listed(location, page.last_published_at, alternates)
        for page, (_language, location) in zip(versions, addresses, strict=True)
    ]
