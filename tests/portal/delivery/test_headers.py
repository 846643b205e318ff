import pytest

pytestmark = [pytest.mark.urls("tests.portal.delivery.pages"), pytest.mark.django_db]


def test_the_public_site_loads_nothing_but_its_own(client):
    policy = client.get("/sq/plain/")["Content-Security-Policy"]

    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    assert directives == {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_the_editors_door_has_a_policy_of_its_own_that_loads_nothing_foreign(client):
    policy = client.get("/admin/plain/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("address", ["/sq/plain/", "/admin/plain/", "/sq/nothing/", "/sq/plain/%00"])
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ],
)
def test_every_answer_carries_the_security_headers(client, address, header, value):
    assert client.get(address)[header] == value


def test_no_page_may_use_a_sensor(client):
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(
        client.get("/sq/plain/")["Permissions-Policy"].split(", ")
    )


@pytest.mark.parametrize(
    ("address", "said"), [("/sq/plain/", "DENY"), ("/admin/plain/", "SAMEORIGIN"), ("/sq/%00", "DENY")]
)
def test_only_the_editors_screens_may_be_framed(client, address, said):
    assert client.get(address)["X-Frame-Options"] == said


def test_a_preview_may_be_framed_by_the_editors_screen(home, rf):
    response = home.make_preview_request(rf.get("/admin/", SERVER_NAME="localhost"))

    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "style-src 'self'" in response["Content-Security-Policy"]
