"""Whatever is typed into whichever form: never a fault of ours, and what was typed is never lost."""

from html import escape
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test import Client

from portal.accounts.records import LimitUse
from tests.security.cast import STRANGER, client_of
from tests.security.crawl import Crawl, body_of
from tests.security.forms import Form, forms_of
from tests.security.rooms import things_of_rooms

pytestmark = pytest.mark.django_db(transaction=True)

BAD_TEXTS = {
    "a quote": 'Një "thonjëz',
    "an operator": "AND OR NOT * : ( ^ ~ -",
    "markup": "<script>alert(1)</script> & &lt;",
    "a formula": "=HYPERLINK(1+1)",
    "bidi marks": "‮tekst‬ ⁦x⁩",
    "zero width": "a​b﻿",
    "combining": "Shqipe\u0308ri c\u0327",
    "beyond the first plane": "𝒜 😀 𐍈",
    "a line": "rresht\r\nBcc: x@example.al",
    "a percent sign": "% %s {0} {{ x }} ${y}",
    "nothing but spaces": "     ",
}
RAW_TEXTS = {"NUL": b"a%00b", "half a letter": b"%c3", "a surrogate": b"%ed%a0%80", "overlong": b"%c0%af"}
LARGE = "ë" * (10 * 1024 * 1024 // 2)


@pytest.fixture
def forms(seeded) -> list[Form]:
    """One form of each kind: those that the walk meets, and those behind people's own links."""
    things = things_of_rooms()
    if not MET:
        MET.extend(met_on_a_walk(things))
    return MET


MET: list[Form] = []
"""The content is the same for each test, and so are the keys of what is made on it: one walk is enough."""


def met_on_a_walk(things: dict[str, Any]) -> list[Form]:
    own = [
        f"/sq/konsultime/{things['consultation:number']}/koment/",
        f"/sq/konsultime/{things['consultation:number']}/komenti-im/{things['consultation:manage:token']}/",
        f"/sq/ngjarje/{things['events:number']}/regjistrohu/",
    ]
    found: dict[tuple[str, ...], Form] = {}
    for address, _response, text in Crawl(client_of(STRANGER), most=3).everything(["/sq/", *own]):
        for form in forms_of(text, address) if address.startswith("/sq/") else []:
            found.setdefault((form.method, *sorted(form.values)), form)
    return list(found.values())


def send(client: Client, form: Form, body: bytes) -> tuple[int, str]:
    """Send a form as a browser would; what it leads to is taken back."""
    with transaction.atomic():
        LimitUse.objects.all().delete()
        if form.method == "post":
            response = client.post(form.address, body, content_type="application/x-www-form-urlencoded")
        else:
            response = client.get(f"{form.address.partition('?')[0]}?{body.decode()}")
        text = body_of(response)
        transaction.set_rollback(True)
    return response.status_code, text


def encoded(form: Form, name: str, value: bytes) -> bytes:
    fields = {key: quote(text).encode() for key, text in form.values.items()} | {name: value}
    return b"&".join(quote(key).encode() + b"=" + text for key, text in fields.items())


def test_the_walk_meets_the_forms_of_every_room(forms):
    addresses = " ".join(form.address for form in forms)

    for part in ("/kerko/", "/kontakt/", "/konsultime/", "/ngjarje/", "/llogaria/login/", "/llogaria/te-dhenat-e-mia/"):
        assert part in addresses


@pytest.mark.parametrize("kind", BAD_TEXTS)
def test_strange_text_is_no_fault_and_is_not_lost(forms, kind):
    client, bad = client_of(STRANGER), BAD_TEXTS[kind]
    faults = []
    for form in forms:
        for name in form.typed:
            status, text = send(client, form, encoded(form, name, quote(bad).encode()))
            if status >= 500:
                faults.append(f"{form.address} {name}: {status}")
            elif status == 422 and "pass" not in name and not is_kept(bad, text):
                faults.append(f"{form.address} {name}: what was typed is lost")
    assert faults == []


def is_kept(typed: str, text: str) -> bool:
    """Browsers send line ends as CR LF and one-line fields without the blanks around them."""
    wanted = escape(typed)
    return any(
        kept in text for kept in (wanted, wanted.strip(), wanted.replace("\r\n", "\n"), wanted.replace("\r\n", ""))
    )


@pytest.mark.parametrize("kind", RAW_TEXTS)
def test_broken_bytes_are_no_fault(forms, kind):
    client = client_of(STRANGER)
    faults = [
        f"{form.address} {name}"
        for form in forms
        for name in form.typed
        if send(client, form, encoded(form, name, RAW_TEXTS[kind]))[0] >= 500
    ]
    assert faults == []


def test_ten_megabytes_come_back_with_an_error_beside_them(forms):
    client = client_of(STRANGER)
    wide = [
        (form, name)
        for form in forms
        if form.method == "post" and "/llogaria/" not in form.address
        for name in form.typed
        if name in ("text", "message", "proposed_wording", "note")
    ]
    assert wide

    for form, name in wide:
        # Sent as multipart: percent signs would triple it beyond what a request may weigh.
        with transaction.atomic():
            response = client.post(form.address, form.values | {name: LARGE})
            transaction.set_rollback(True)
        assert response.status_code == 422, (form.address, name)
        assert LARGE[:1000] in body_of(response)


@pytest.mark.parametrize("query", ["q=%22", "q=%00", "q=*", "q=a:b", "q=(", "page=-1", "page=abc", "page=" + "9" * 40])
@pytest.mark.parametrize("address", ["/sq/kerko/", "/sq/biblioteka/", "/sq/konsultime/", "/sq/ngjarje/", "/sq/lajme/"])
def test_strange_queries_are_no_fault_of_any_list(seeded, address, query):
    assert client_of(STRANGER).get(f"{address}?{query}").status_code in (200, 302, 400, 404)
    assert connection.in_atomic_block is False
