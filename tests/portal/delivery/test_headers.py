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
        "frame-ancestors": "'self'",
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
        ("X-Frame-Options", "SAMEORIGIN"),
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
