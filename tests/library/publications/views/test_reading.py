import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from library.publications.records import Publication
from library.publications.selectors import address_of
from library.publications.services import (
    attach_file,
    make_information_sheet,
    read_waiting_file,
    relate,
    unpublish_publication,
)
from portal.accounts.enums import Role
from tests.library.conftest import a_pdf

SECRET = "fjalasekretexyzzy"


def address(publication, language="sq"):
    with override(language):
        return address_of(Publication.objects.get(pk=publication.pk))


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize(("language", "url"), [("sq", "/sq/biblioteka/"), ("en", "/en/library/")])
def test_the_list_and_the_document_are_read_in_both_languages(client, a_publication, language, url):
    publication = a_publication()

    listed = client.get(url).content.decode()
    told = client.get(address(publication, language)).content.decode()

    title = {"sq": "Titulli i law-1", "en": "Title of law-1"}[language]
    assert f"{title}</a>" in listed
    assert f"<h1>{title}</h1>" in told


@pytest.mark.parametrize("count", [3, 300])
def test_a_list_asks_no_more_for_many_than_for_few(client, a_publication, an_institution, count):
    for number in range(3):
        a_publication(f"law-{number}", institution=an_institution(f"i{number}"))
    fill_up_to(count)

    assert queries(client, "/sq/biblioteka/?kind=law&sort=title") <= 3


def fill_up_to(count):
    """More of the same, without the time that a service takes for each."""
    first = Publication.objects.first()
    page = first.pages.get(locale__language_code="sq")
    library = page.get_parent()
    for number in range(Publication.objects.count(), count):
        record = Publication.objects.create(
            code=f"more-{number}", kind="law", title_sq=f"Ligj {number}", title_en=f"Law {number}"
        )
        library.add_child(
            instance=type(page)(title=record.title_sq, slug=record.code, record=record, locale=page.locale, live=True)
        )


@pytest.mark.parametrize("count", [3, 300])
def test_a_document_asks_no_more_for_many_relations_than_for_few(client, a_publication, count):
    publication = a_publication("first")
    make_information_sheet(publication=publication)
    fill_up_to(count)
    for other in Publication.objects.exclude(pk=publication.pk):
        relate(subject=other, verb="amends", object=publication, is_verified=True)

    assert queries(client, address(publication)) <= 1


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=abc", "kind=x&status=y&year=z&institution='&sort=w"])
def test_an_altered_query_opens_the_list(client, a_publication, query):
    a_publication()

    assert client.get(f"/sq/biblioteka/?{query}").status_code == 200


def test_the_switch_of_language_keeps_the_filters(client, a_publication):
    a_publication()

    assert 'href="/en/library/?kind=law&amp;page=1"' in client.get("/sq/biblioteka/?kind=law&page=1").content.decode()


def test_what_is_hidden_shows_nowhere(client, a_publication):
    shown = a_publication("shown")
    hidden = a_publication("hidden", title_sq=f"Titull {SECRET}", number=SECRET, summary=SECRET, provenance=SECRET)
    relate(subject=hidden, verb="repeals", object=shown, is_verified=True)
    file = attach_file(publication=hidden, upload=io.BytesIO(a_pdf()), name=f"{SECRET}.pdf", language="sq")
    read_waiting_file()
    was = address(hidden)
    unpublish_publication(publication=hidden)

    answers = [
        client.get(url)
        for url in [
            "/sq/biblioteka/",
            f"/sq/biblioteka/?q={SECRET}",
            address(shown),
            was,
            f"/sq/biblioteka/{hidden.pk}/",
            f"/sq/biblioteka/skedare/{file.pk}/{file.name}",
            f"/sq/biblioteka/skedare/{file.pk}/x.pdf",
            f"/sq/biblioteka/skedare/{file.pk}/1.png",
        ]
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 404, 404, 404, 404, 404]
    assert not [answer for answer in answers[:3] if SECRET in answer.content.decode().replace(f"q={SECRET}", "")]


def test_internal_sources_are_never_shown(client, a_publication):
    publication = a_publication(provenance=f"https://docslib.org/{SECRET}")

    assert SECRET not in client.get(address(publication)).content.decode()


def test_a_file_is_handed_out_as_what_it_is(client, a_publication):
    content = a_pdf()
    file = attach_file(publication=a_publication(), upload=io.BytesIO(content), name="Çështja.pdf", language="sq")

    answer = client.get(f"/sq/biblioteka/skedare/{file.pk}/{file.name}")

    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == "inline; filename*=utf-8''%C3%87%C3%ABshtja.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in answer.get("Vary", "")


def test_download_saves_and_another_name_leads_to_the_right_one(client, a_publication):
    file = attach_file(publication=a_publication(), upload=io.BytesIO(a_pdf()), name="a.pdf", language="sq")
    url = f"/sq/biblioteka/skedare/{file.pk}/a.pdf"

    assert client.get(f"{url}?download")["Content-Disposition"] == 'attachment; filename="a.pdf"'
    assert client.get(f"/sq/biblioteka/skedare/{file.pk}/b.pdf")["Location"] == url


def test_an_unchanged_file_is_not_sent_twice(client, a_publication):
    file = attach_file(publication=a_publication(), upload=io.BytesIO(a_pdf()), name="a.pdf", language="sq")
    url = f"/sq/biblioteka/skedare/{file.pk}/a.pdf"

    changed = client.get(url)["Last-Modified"]

    assert client.get(url, headers={"if-modified-since": changed}).status_code == 304


def test_editors_read_files_before_the_public_and_nobody_keeps_them(client, a_publication, somebody):
    publication = a_publication(published=False)
    file = attach_file(publication=publication, upload=io.BytesIO(a_pdf()), name="a.pdf", language="sq")
    client.force_login(somebody(Role.EDITOR))

    answer = client.get(f"/sq/biblioteka/skedare/{file.pk}/a.pdf")

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_files_and_numbers_are_only_read(client, a_publication, method):
    file = attach_file(publication=a_publication(), upload=io.BytesIO(a_pdf()), name="a.pdf", language="sq")

    for url in [f"/sq/biblioteka/skedare/{file.pk}/a.pdf", f"/sq/biblioteka/{file.publication_id}/"]:
        assert getattr(client, method)(url).status_code == 405


def test_the_number_in_a_citation_leads_to_the_page(client, a_publication):
    publication = a_publication()

    assert client.get(f"/sq/biblioteka/{publication.pk}/")["Location"] == address(publication)
    assert client.get(f"/en/library/{publication.pk}/")["Location"] == address(publication, "en")


def test_a_planned_output_says_so_and_has_no_file(client, a_publication):
    publication = a_publication(kind="review", stage="planned")

    told = client.get(address(publication, "en")).content.decode()

    assert "The project foresees this document." in told
    assert "There is no file of this document here." in told
    assert "Not found online." in told


def test_an_act_whose_plan_is_over_says_that_the_period_ended(client, a_publication):
    from datetime import date

    plan = a_publication("plan", kind="strategy", period_start=date(2019, 1, 1), period_end=date(2022, 12, 31))
    act = a_publication("act", kind="decision")
    relate(subject=act, verb="approves", object=plan, is_verified=True)

    assert "The period has ended" in client.get(address(act, "en")).content.decode()
    assert "period ended" in client.get(address(plan, "en")).content.decode()


def test_an_example_says_so_and_is_kept_from_search_engines(client, a_publication):
    told = client.get(address(a_publication(is_example=True))).content.decode()

    assert '<meta name="robots" content="noindex">' in told
    assert "notice--strip" in told


def test_a_title_in_the_other_language_is_marked(client, a_publication):
    publication = a_publication(title_sq="", title_en="Council Decision")

    assert '<h1><span lang="en">Council Decision</span></h1>' in client.get(address(publication)).content.decode()


def test_what_editors_type_is_escaped(client, a_publication):
    publication = a_publication(title_sq="<script>alert(1)</script>", number='"><img src=x>')

    told = client.get(address(publication)).content.decode()

    assert "<script>alert" not in told
    assert "<img src=x>" not in told
