import re
from pathlib import Path

from django.contrib.staticfiles.management.commands.collectstatic import Command as CollectStatic
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from portal.pages.stylesheet import INDEX, JOINED, STATIC, joined_stylesheet


def test_the_joined_stylesheet_is_up_to_date():
    assert JOINED.read_text(encoding="utf-8") == joined_stylesheet(), "run manage.py join_css"


def test_every_sheet_is_named_in_the_index():
    named = set(re.findall(r'url\("([^"]+)"\)', INDEX.read_text(encoding="utf-8")))

    sheets = {path.relative_to(INDEX.parent).as_posix() for path in INDEX.parent.rglob("*.css")} - {"index.css"}

    assert named == sheets


def test_every_address_in_the_joined_stylesheet_leads_to_a_file():
    addresses = re.findall(r'url\("([^"]+)"\)', joined_stylesheet())

    assert addresses
    assert [address for address in addresses if not (STATIC / address).is_file()] == []


def test_the_joined_stylesheet_asks_for_no_other_sheet():
    assert "@import" not in joined_stylesheet()


def test_production_storage_finds_every_address(tmp_path: Path):
    storages = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    with override_settings(STORAGES=storages, STATIC_ROOT=tmp_path):
        call_command(CollectStatic(), interactive=False, verbosity=0, ignore_patterns=["wagtail*", "admin", "rest*"])

        served = (tmp_path / staticfiles_storage.stored_name("portal/portal.css")).read_text(encoding="utf-8")

    hashed = re.findall(r'url\("([^"]+)"\)', served)
    assert hashed
    assert [name for name in hashed if not (tmp_path / "portal" / name).is_file()] == []
    assert all(re.search(r"\.[0-9a-f]{12}\.\w+$", name) for name in hashed)
