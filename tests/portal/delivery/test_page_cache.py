import gzip
import time
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from portal.delivery import page_store
from portal.delivery.generation import current_generation, raise_generation, write_new_generation
from portal.delivery.page_store import FileStore
from portal.delivery.stored_page import StoredPage
from tests.portal.delivery import pages

pytestmark = [pytest.mark.urls("tests.portal.delivery.pages"), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _nothing_made_yet():
    pages.made.clear()


def times_made(client: Client, address: str, **extra) -> int:
    """How often the page is really made when two readers come."""
    for _reader in range(2):
        client.get(address, **extra)
    return len(pages.made)


def test_two_strangers_share_one_page(reader):
    assert times_made(reader, "/sq/plain/") == 1


def test_without_the_cache_each_reader_gets_a_page_of_his_own(reader, settings):
    settings.PAGE_CACHE = False

    assert times_made(reader, "/sq/plain/") == 2


@pytest.mark.parametrize(
    "view", ["with_form_token", "with_person", "with_cookie", "private", "missing", "streamed", "old_already"]
)
def test_what_is_not_the_same_for_all_is_never_shared(reader, view):
    assert times_made(reader, f"/sq/{view}/") == 2


@pytest.mark.parametrize("prefix", ["admin", "elsewhere"])
def test_only_the_public_site_is_shared(reader, prefix):
    assert times_made(reader, f"/{prefix}/plain/") == 2


def test_whoever_has_a_session_reads_no_shared_page(reader, settings):
    reader.get("/sq/plain/")
    reader.cookies[settings.SESSION_COOKIE_NAME] = "anything"

    reader.get("/sq/plain/")

    assert len(pages.made) == 2


@pytest.mark.parametrize("extra", [{"headers": {"authorization": "Basic x"}}, {"query_params": {"q": "x" * 600}}])
def test_credentials_and_endless_addresses_go_past_the_cache(reader, extra):
    assert times_made(reader, "/sq/plain/", **extra) == 2


def test_a_sent_form_goes_past_the_cache(reader):
    reader.get("/sq/plain/")

    reader.post("/sq/plain/")

    assert len(pages.made) == 2


@pytest.mark.parametrize("other", ["/en/plain/", "/sq/plain/?page=2", "http://localhost/sq/plain/", "https"])
def test_each_address_has_a_page_of_its_own(reader, other):
    reader.get("/sq/plain/")

    if other == "https":
        reader.get("/sq/plain/", secure=True)
    elif other.startswith("http:"):
        reader.get("/sq/plain/", headers={"host": "localhost"})
    else:
        reader.get(other)

    assert len(pages.made) == 2


def test_a_change_makes_every_page_old(reader):
    reader.get("/sq/plain/")

    write_new_generation()
    reader.get("/sq/plain/")

    assert len(pages.made) == 2


def test_a_page_overtaken_by_a_change_is_shown_to_nobody_else(reader):
    assert times_made(reader, "/sq/overtaken/") == 2


def test_a_lost_generation_brings_no_old_page_back(reader, page_cache: Path):
    reader.get("/sq/plain/")

    (page_cache / "generation").unlink()
    reader.get("/sq/plain/")

    assert len(pages.made) == 2


def test_a_page_is_made_anew_when_the_clock_changes_it(reader):
    reader.get("/sq/closes_soon/")
    reader.get("/sq/closes_soon/")
    assert len(pages.made) == 1

    time.sleep(0.6)
    reader.get("/sq/closes_soon/")

    assert len(pages.made) == 2


@pytest.mark.django_db(transaction=True)
def test_a_change_counts_once_it_is_committed_and_not_before(page_cache):
    before = current_generation()
    with transaction.atomic():
        raise_generation()
        assert current_generation() == before
    after = current_generation()

    assert after != before
    with transaction.atomic():
        raise_generation()
        transaction.set_rollback(True)
    assert current_generation() == after


def test_a_deed_of_an_editor_makes_every_page_old(reader):
    before = current_generation()

    reader.post("/admin/plain/")

    assert current_generation() != before


def test_a_look_of_an_editor_makes_no_page_old(reader):
    before = current_generation()

    reader.get("/admin/plain/")

    assert current_generation() == before


@pytest.mark.parametrize("visit", ["first", "second"])
def test_the_first_reader_and_the_second_get_the_same_answer(reader, visit):
    if visit == "second":
        reader.get("/sq/plain/")

    response = reader.get("/sq/plain/")

    assert gzip.decompress(response.content).decode().startswith("<p>Fjalë të mira, herën e 1.</p>")
    assert response["Content-Encoding"] == "gzip"
    assert response["Content-Length"] == str(len(response.content))
    assert response["Cache-Control"] == "no-cache"
    assert response["Vary"] == "Accept-Encoding"
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("accepts", ["", "br", "gzip;q=0, br"])
def test_whoever_takes_no_gzip_gets_the_plain_page(page_cache, accepts):
    client = Client(headers={"accept-encoding": accepts})
    client.get("/sq/plain/")

    response = client.get("/sq/plain/")

    assert response.content.decode().startswith("<p>Fjalë të mira, herën e 1.</p>")
    assert "Content-Encoding" not in response


def test_a_browser_that_has_the_page_is_told_so(reader):
    etag = reader.get("/sq/plain/")["ETag"]

    response = reader.get("/sq/plain/", headers={"if-none-match": f'"other", {etag}'})

    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == etag


def test_a_head_gets_the_length_and_no_body(reader):
    length = reader.get("/sq/plain/")["Content-Length"]

    response = reader.head("/sq/plain/")

    assert response["Content-Length"] == length
    assert response.content == b""
    assert len(pages.made) == 1


def test_what_is_made_for_one_reader_is_kept_by_nobody_in_between(reader):
    assert reader.get("/sq/with_person/")["Cache-Control"] == "private, no-cache"


def test_half_a_page_in_the_store_is_made_anew(reader, page_cache: Path):
    reader.get("/sq/plain/")
    for file in page_cache.glob("of-*/*.page"):
        file.write_bytes(file.read_bytes()[:-1])

    assert reader.get("/sq/plain/").status_code == 200
    assert len(pages.made) == 2


def test_a_store_that_cannot_be_written_costs_speed_and_nothing_else(reader, page_cache: Path):
    current_generation()
    (page_cache / f"of-{current_generation()}").write_text("a file where the folder should be")

    assert times_made(reader, "/sq/plain/") == 2


def test_a_shared_cache_serves_as_store(reader, settings):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

    assert times_made(reader, "/sq/plain/") == 1
    write_new_generation()
    reader.get("/sq/plain/")
    assert len(pages.made) == 2


def stored(body: bytes) -> StoredPage:
    return StoredPage(headers={}, etag='W/"x"', expires_at=time.time() + 60, plain=body, gzipped=b"")


def test_the_store_keeps_one_generation(tmp_path):
    store = FileStore(tmp_path)

    store.keep("one", "page", stored(b"old"))
    store.keep("two", "page", stored(b"new"))

    assert store.find("one", "page") is None
    assert store.find("two", "page").plain == b"new"


def test_a_full_store_drops_its_oldest_pages(tmp_path):
    store = FileStore(tmp_path, largest=5_000)
    for number in range(12):
        store.keep("one", f"page {number}", stored(b"x" * 1_000))
        time.sleep(0.002)

    store.sweep(tmp_path / "of-one")

    kept = [number for number in range(12) if store.find("one", f"page {number}")]
    assert kept == list(range(12 - len(kept), 12))
    assert 0 < len(kept) < 5  # each takes more than 1,000 of the 5,000 bytes


def test_a_store_within_its_bound_drops_nothing(tmp_path):
    store = FileStore(tmp_path)
    store.keep("one", "page", stored(b"x"))

    store.sweep(tmp_path / "of-one")

    assert store.find("one", "page")
    assert page_store.LARGEST_STORE > 0
