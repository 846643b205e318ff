"""A public server starts only with what it cannot do without, and Django finds nothing to say about it."""

import secrets
import subprocess
import sys

import pytest

from tests.seeded import ROOT, own_environment

NEEDED = {
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "portal.example.al",
    "BASE_URL": "https://portal.example.al",
    "PUBLISHER_NAME": "Botues",
    "PUBLISHER_ADDRESS": "Tiranë",
    "DATA_CONTROLLER_NAME": "Kontrollues",
    "DATA_CONTROLLER_EMAIL": "privacy@example.al",
    "CONTACT_EMAIL": "contact@example.al",
    "EMAIL_URL": "smtp://localhost:25",
    "DEFAULT_FROM_EMAIL": "portal@example.al",
}


def check(environment: dict[str, str], tmp_path) -> subprocess.CompletedProcess[str]:
    surroundings = own_environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "portal.settings.production"}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=surroundings | environment,
        capture_output=True,
        text=True,
    )


def test_the_deployment_check_has_nothing_to_say(tmp_path):
    done = check(NEEDED, tmp_path)

    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("name", [*NEEDED])
def test_production_refuses_to_start_without(name, tmp_path):
    done = check({key: value for key, value in NEEDED.items() if key != name}, tmp_path)

    assert done.returncode != 0
    assert name in done.stderr


def test_examples_never_load_in_production(tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "manage.py",
            "shell",
            "-v",
            "0",
            "-c",
            "from django.conf import settings; print(settings.EXAMPLES_ALLOWED)",
        ],
        cwd=ROOT,
        env=own_environment(tmp_path) | NEEDED | {"DJANGO_SETTINGS_MODULE": "portal.settings.production"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "False"
