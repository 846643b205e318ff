"""Elasticsearch is away, slow or out of its mind: readers get the database's answer, in time, and nobody has to mend it."""

import socket
import time
from collections.abc import Iterator

import pytest

from portal.languages.enums import Language
from portal.search.engines import EngineDown, Filters, Wish, elastic_engine, search_with_best_engine
from portal.search.query import understand
from portal.search.records import SearchChange
from portal.search.selectors import changes_wait
from portal.search.services.push import heal_elastic, push_some
from tests.portal.search import bad_server as bad
from tests.portal.search.conftest import Library, entry

pytestmark = pytest.mark.django_db
REST = 0.3


@pytest.fixture
def library(db) -> Library:
    library = Library(engine=None)
    library.add("page", entry(1, "Leja unike", "Leje qëndrimi dhe pune."))
    SearchChange.objects.all().delete()
    return library


@pytest.fixture
def server(settings, library) -> Iterator[bad.Server]:
    with bad.bad_server() as server:
        settings.ELASTICSEARCH_URL = server.url
        elastic_engine().breaker.rest = REST
        yield server


def wish() -> Wish:
    return Wish(understand("leje"), Filters(), Language.ALBANIAN)


def number_found() -> int:
    return search_with_best_engine(wish(), changes_wait=changes_wait()).total


FROM_THE_DATABASE = 1


@pytest.mark.parametrize("fault", bad.FAULTS, ids=lambda fault: fault.__name__)
def test_whatever_the_server_does_the_database_answers(server, settings, fault):
    settings.ELASTICSEARCH_SECONDS = 0.2
    server.behaviour = fault

    assert number_found() == FROM_THE_DATABASE


@pytest.mark.parametrize("fault", [bad.hang, bad.drip_the_head, bad.drip_the_body], ids=lambda fault: fault.__name__)
def test_a_page_of_results_waits_for_a_slow_server_less_than_two_seconds(client, server, fault):
    client.get("/sq/kerko/")
    server.behaviour = fault

    began = time.monotonic()
    response = client.get("/sq/kerko/", {"q": "lejedhe", "page": "9"})

    assert response.status_code == 200
    assert time.monotonic() - began < 2


def test_a_server_that_refuses_is_not_waited_for(settings, library):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{nobody.getsockname()[1]}"

    began = time.monotonic()

    assert number_found() == FROM_THE_DATABASE
    assert time.monotonic() - began < 0.5


@pytest.mark.parametrize("fault", bad.FAULTS, ids=lambda fault: fault.__name__)
def test_after_a_fault_nobody_asks_until_the_rest_is_over(server, settings, fault):
    settings.ELASTICSEARCH_SECONDS = 0.2
    elastic_engine().breaker.rest = 60
    server.behaviour = fault

    assert [number_found() for _reader in range(3)] == [FROM_THE_DATABASE] * 3

    assert server.visits == 1


def test_it_answers_again_once_it_is_well(server):
    server.behaviour = bad.fail
    assert number_found() == FROM_THE_DATABASE
    server.behaviour = bad.well
    assert number_found() == FROM_THE_DATABASE

    time.sleep(REST)

    assert [number_found(), number_found()] == [bad.FOUND, bad.FOUND]
    assert server.visits == 3


def test_an_answer_in_time_is_not_cut_and_its_line_is_used_again(server, settings):
    settings.ELASTICSEARCH_SECONDS = 0.3
    for _reader in range(3):
        assert number_found() == bad.FOUND
        time.sleep(0.2)

    assert (server.visits, server.lines) == (3, 1)


def test_a_change_waits_while_it_is_away(server):
    server.behaviour = bad.hang_up
    SearchChange.objects.create(kind="page", key=1, is_indexed=True)

    assert push_some() == heal_elastic() == 0

    assert SearchChange.objects.count() == 1
    assert number_found() == FROM_THE_DATABASE


@pytest.mark.elasticsearch
def test_an_index_that_was_lost_is_made_anew_and_meanwhile_the_database_answers(library, elasticsearch):
    heal_elastic()
    push_some()
    assert elasticsearch.search(wish()).total == 1
    elasticsearch.drop()

    with pytest.raises(EngineDown, match="index lost"):
        elasticsearch.search(wish())
    assert number_found() == FROM_THE_DATABASE
    assert heal_elastic() == 1
    assert push_some() == 1

    assert elasticsearch.search(wish()).total == 1
    assert not SearchChange.objects.exists()


@pytest.mark.elasticsearch
def test_rows_that_were_lost_or_never_were_are_put_right(library, elasticsearch):
    heal_elastic()
    push_some()
    library.add("page", entry(2, "Leje tjetër"))
    library.add("page", entry(1, "Leja unike, e re"))

    assert heal_elastic() == 2
    push_some()

    assert heal_elastic() == 0
    assert elasticsearch.search(wish()).total == 2
