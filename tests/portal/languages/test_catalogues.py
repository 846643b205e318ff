import gettext
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from portal.languages.catalogue_faults import faults, is_gettext_installed, strings_in_use
from portal.languages.catalogues import catalogues, compile_catalogue

VENDOR = settings.ROOT / "locale" / "vendor" / "sq" / "LC_MESSAGES" / "django.po"


def a_catalogue(*entries: polib.POEntry) -> polib.POFile:
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(entries)
    return catalogue


def entry(msgid: str, msgstr: str = "", **details: object) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **details)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "sq" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    a_catalogue(entry("comment", "koment")).save(str(path))
    return path


def test_a_catalogue_is_compiled_beside_its_source(source):
    assert compile_catalogue(source)

    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("comment") == "koment"
    assert [path.name for path in source.parent.iterdir() if path.suffix not in {".po", ".mo"}] == []


def test_a_catalogue_that_did_not_change_is_left_alone(source):
    compile_catalogue(source)

    assert not compile_catalogue(source)


def test_a_changed_catalogue_is_compiled_whatever_its_date(source):
    compile_catalogue(source)
    a_catalogue(entry("comment", "vërejtje")).save(str(source))

    assert compile_catalogue(source)


def test_catalogues_of_both_folders_are_found(settings, source):
    settings.LOCALE_PATHS = [source.parents[2], source.parents[2] / "vendor"]
    vendor = source.parents[2] / "vendor" / "sq" / "LC_MESSAGES" / "django.po"
    vendor.parent.mkdir(parents=True)
    a_catalogue().save(str(vendor))

    assert list(catalogues()) == [source, vendor]


@pytest.mark.parametrize(
    ("kept", "fault"),
    [
        ([], "missing: “comment” (consultation/views.py)"),
        ([entry("comment")], "not translated: “comment” (no place given)"),
        ([entry("comment", "koment", flags=["fuzzy"])], "fuzzy: “comment”"),
        ([entry("comment", "koment"), entry("paper", "letër")], "no longer used: “paper”"),
        ([entry("comment", "koment"), entry("paper", "letër", obsolete=True)], "no longer used: “paper”"),
        ([entry("comment", "%(koment)s")], "other placeholders than its source: “comment”"),
    ],
)
def test_a_fault_is_named(kept, fault):
    in_use = a_catalogue(entry("comment", occurrences=[("consultation/views.py", "")]))

    assert list(faults(a_catalogue(*kept), in_use)) == [fault]


def test_a_complete_catalogue_has_no_fault():
    in_use = a_catalogue(entry("%(count)s comment", msgid_plural="%(count)s comments"))
    kept = entry(
        "%(count)s comment", msgid_plural="%(count)s comments", msgstr_plural={0: "një koment", 1: "%(count)s komente"}
    )

    assert list(faults(a_catalogue(kept), in_use)) == []


def test_a_plural_must_keep_its_number():
    kept = entry("%(count)s comment", msgid_plural="%(count)s comments", msgstr_plural={0: "një koment", 1: "komente"})

    assert list(faults(a_catalogue(kept))) == ["other placeholders than its source: “%(count)s comment”"]


def test_the_same_word_in_another_context_is_another_string():
    in_use = a_catalogue(entry("comment", msgctxt="address"))

    assert len(list(faults(a_catalogue(entry("comment", "koment")), in_use))) == 2


@pytest.mark.skipif(not is_gettext_installed(), reason="gettext is not installed")
def test_the_strings_in_use_are_those_of_code_and_templates():
    in_use = {(each.msgctxt, each.msgid) for each in strings_in_use()}

    assert ("address", "library") in in_use
    assert (None, "This page is not yet in English") in in_use


def test_checking_without_gettext_says_what_is_missing(monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(CommandError, match="needs gettext"):
        call_command("check_catalogues")


def test_every_string_of_the_account_screens_and_letters_is_in_albanian():
    package = Path(pytest.importorskip("allauth").__file__).parent
    offered = polib.pofile(str(package / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    elsewhere = ("socialaccount", "headless", "idp/")
    shown = {
        (each.msgctxt, each.msgid)
        for each in offered
        if not each.obsolete and not all(any(word in file for word in elsewhere) for file, _ in each.occurrences)
    }

    assert shown - {(each.msgctxt, each.msgid) for each in polib.pofile(str(VENDOR))} == set()


def test_third_party_albanian_has_no_fault():
    assert list(faults(polib.pofile(str(VENDOR)))) == []
