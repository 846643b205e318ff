"""What is measured: an address for each kind of page, with the queries that it asks and the bytes that it weighs."""

import gzip
import json
import sys
import time
from typing import Any
from urllib.parse import quote_plus

import django
from django.test import Client
from django.test.utils import CaptureQueriesContext

SEARCHED = (
    "kthim",
    "riintegrim diasporë",
    "strategjia",
    "azil kufi",
    "punësim 4",
    "remitanca arsim",
    "ligj",
    "shqiperi",
)


def described() -> dict[str, Any]:
    """Each page's address, queries, bytes (plain, compressed) and the time of one visit, made without the page cache."""
    from django.db import connection

    client = Client(headers={"host": "127.0.0.1", "accept-encoding": "identity"})
    found = {}
    for name, addresses in addresses_to_measure().items():
        for _visit in range(3):
            began = time.perf_counter()
            with CaptureQueriesContext(connection) as queries:
                response = client.get(addresses[0])
            took = time.perf_counter() - began
        assert response.status_code == 200, (addresses[0], response.status_code)
        found[name] = {
            "addresses": addresses,
            "queries": len(queries),
            "bytes": len(response.content),
            "compressed": len(gzip.compress(response.content, 6)),
            "one visit ms": round(took * 1000, 1),
        }
    return found


def addresses_to_measure() -> dict[str, list[str]]:
    from bench.enlarge import the_consultation
    from events.models import Event
    from library.publications.models import Publication
    from library.publications.selectors import address_of

    publication = Publication.objects.filter(pages__live=True).order_by("pk").first()
    consultation = the_consultation().pages.get(locale__language_code="sq")
    event = Event.objects.earliest("pk").pages.get(locale__language_code="sq")
    return {
        "home": ["/sq/"],
        "library list": ["/sq/biblioteka/"],
        "publication": [address_of(publication)],
        "consultation, 300 provisions, 5,000 comments": [consultation.url],
        "event": [event.url],
        "search in 10,000 documents": [f"/sq/kerko/?q={quote_plus(words)}" for words in SEARCHED],
    }


if __name__ == "__main__":
    django.setup()
    if "--enlarge" in sys.argv:
        from bench.enlarge import enlarge

        enlarge()
    else:
        from django.utils.translation import activate

        activate("sq")
        print(json.dumps(described()))
