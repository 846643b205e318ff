import pytest
from django.test import Client

pytestmark = [pytest.mark.urls("tests.portal.delivery.pages"), pytest.mark.django_db]


@pytest.fixture
def client() -> Client:
    """A browser that shows the 500 page, as a real server does, instead of raising."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status"),
    [("/sq/nothing/", 404), ("/sq/plain/%00", 400), ("/sq/broken/", 500), ("/sq/database_down/", 503)],
)
def test_each_refusal_has_a_page_in_the_language_of_the_address(client, address, status):
    for language, other in (("sq", "en"), ("en", "sq")):
        response = client.get(address.replace("/sq/", f"/{language}/"))

        page = response.content.decode()
        assert response.status_code == status
        assert f'<html lang="{language}">' in page
        assert f'href="/{other}/"' in page
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["Cache-Control"] == "no-store"


def test_outside_the_languages_the_browser_says_which(client):
    assert '<html lang="en">' in client.get("/nothing", headers={"accept-language": "en-GB"}).content.decode()
    assert '<html lang="sq">' in client.get("/nothing", headers={"accept-language": "de"}).content.decode()


def test_the_page_of_a_fault_tells_nothing_about_it(client):
    assert "secret of the machine room" not in client.get("/sq/broken/").content.decode()


@pytest.mark.parametrize("address", ["/sq/plain/%00", "/sq/plain/?q=%00", "/sq/a%00b/", "/sq/plain/?a%00=1"])
def test_nul_in_an_address_is_a_bad_request(client, address):
    assert client.get(address).status_code == 400


def test_nul_in_a_cookie_is_a_bad_request(client):
    assert client.get("/sq/plain/", headers={"cookie": 'sessionid="\\000aaaaaaaaaaa"'}).status_code == 400


@pytest.mark.parametrize("address", ["/sq/plain/?q=%ff%fe", "/sq/plain/?q=%ED%A0%80"])
def test_broken_utf8_in_a_query_is_read_as_far_as_it_goes(client, address):
    assert client.get(address).status_code == 200


def test_broken_utf8_in_a_path_is_not_found(client):
    assert client.get("/sq/%ff%fe/").status_code == 404


def test_what_was_typed_comes_back_when_the_database_is_away(client):
    text = 'Një koment i gjatë me <shenja> & thonjëza " që nuk duhet të humbasë kurrë.'

    response = client.post("/sq/database_down/?a=1", {"text": text, "category": "academia"})

    page = response.content.decode()
    assert response.status_code == 503
    assert response["Retry-After"] == "15"
    assert "Një koment i gjatë me &lt;shenja&gt; &amp; thonjëza &quot; që nuk" in page
    assert '<input type="hidden" name="category" value="academia">' in page
    assert 'action="/sq/database_down/?a=1"' in page
    assert '<button class="button" type="submit">' in page


def test_a_password_never_comes_back(client):
    page = client.post("/sq/database_down/", {"password": "a secret of mine", "login": "a@example.al"}).content.decode()

    assert "a secret of mine" not in page
    assert 'value="a@example.al"' in page
    assert 'type="submit"' not in page.split("<main", 1)[1]
