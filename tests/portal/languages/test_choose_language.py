import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("en-GB,en;q=0.8", "/en/"),
        ("sq-AL,sq;q=0.9,en;q=0.5", "/sq/"),
        ("de-AT,de;q=0.9,en;q=0.3", "/en/"),
        ("de", "/sq/"),
        ("", "/sq/"),
        ("x" * 600, "/sq/"),
    ],
)
def test_a_visitor_is_led_to_a_language_that_the_browser_states_else_to_albanian(client, stated, address):
    response = client.get("/", headers={"accept-language": stated})

    assert response.status_code == 302
    assert response["Location"] == address


def test_caches_are_told_what_the_choice_depends_on(client):
    assert "Accept-Language" in client.get("/")["Vary"]


def test_nothing_is_posted_to_the_choice(client):
    assert client.post("/").status_code == 405
