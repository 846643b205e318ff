"""Follows every link of the portal, as a machine would, and keeps what it was given."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http.response import HttpResponseBase
from django.test import Client

LINK = re.compile(
    r"""(?<![-\w])(?:href|src|action)\s*=\s*["']([^"'#][^"']*)["']|<loc>([^<]+)</loc>|<link>([^<]+)</link>"""
)
OWN_HOSTS = {"", "testserver", "127.0.0.1:8000", "localhost"}
# Leaves the session, or is the machine room of the framework.
NOT_FOLLOWED = re.compile(r"/logout/|^/admin/logout|^/static/")
WITH_LINKS = ("text/html", "text/xml", "application/xml", "application/rss", "application/atom")
BEGINNINGS = ("/", "/sq/", "/en/", "/robots.txt", "/sitemap.xml")

EDITORS = "/admin/"
MOST_OF_THE_EDITORS = 2


@dataclass
class Crawl:
    """What one browser was given, address by address. At most `most` addresses of one shape are asked for.

    The editors' screens sort and filter their lists without end: their links are followed without the query, and two of a
    shape are enough. Nothing outside `within` is asked for.
    """

    client: Client
    most: int = 12
    within: str = "/"
    asked: set[str] = field(default_factory=set)
    shapes: dict[str, int] = field(default_factory=dict)
    beginnings: set[str] = field(default_factory=set)

    def everything(self, beginnings: Iterable[str] = BEGINNINGS) -> Iterator[tuple[str, HttpResponseBase, str]]:
        """Each address that can be reached, the answer and its text."""
        waiting = list(beginnings)
        self.beginnings |= set(waiting)
        while waiting:
            address = waiting.pop(0)
            if not self._wants(address):
                continue
            response = self.client.get(address)
            text = body_of(response)
            yield address, response, text
            if "Location" in response.headers:
                waiting.append(bounded(local(address, response["Location"])))
            if response.get("Content-Type", "").startswith(
                ("text/html", "application/xml", "application/rss", "text/xml")
            ):
                waiting += [bounded(local(address, link)) for link in links_of(text)]

    def _wants(self, address: str) -> bool:
        if not address.startswith(self.within) or address in self.asked or NOT_FOLLOWED.search(address):
            return False
        self.asked.add(address)
        shape = re.sub(r"\d+", "0", re.sub(r"=[^&]*", "=", address))
        if address in self.beginnings:
            return True
        self.shapes[shape] = self.shapes.get(shape, 0) + 1
        return self.shapes[shape] <= (MOST_OF_THE_EDITORS if address.startswith(EDITORS) else self.most)


def bounded(address: str) -> str:
    return address.partition("?")[0] if address.startswith(EDITORS) else address


def links_of(text: str) -> list[str]:
    return [html.unescape(next(part for part in found if part)) for found in LINK.findall(text)]


def local(base: str, link: str) -> str:
    """The address on this portal that a link leads to; nothing for one that leads elsewhere."""
    parts = urlsplit(urljoin(f"http://testserver{base}", urldefrag(link).url))
    if parts.scheme not in ("http", "https") or parts.netloc not in OWN_HOSTS:
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def body_of(response: HttpResponseBase) -> str:
    content = b"".join(response) if response.streaming else response.content
    return content.decode("utf-8", "replace")
