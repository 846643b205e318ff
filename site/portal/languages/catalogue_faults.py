"""What a catalogue lacks, compared with the strings that the code uses."""

import contextlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings

Key = tuple[str | None, str]

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?[a-z]+")
_IGNORED = shutil.ignore_patterns("__pycache__", "static", "migrations")


def is_gettext_installed() -> bool:
    return shutil.which("xgettext") is not None


def strings_in_use() -> polib.POFile:
    """Every translatable string of the house, untranslated, as Django's `makemessages` finds it.

    Done in a copy: `makemessages` writes beside the files that it reads.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in _source_folders():
            shutil.copytree(settings.ROOT / name, copy / name, ignore=_IGNORED)
        (copy / "locale").mkdir()
        with override_settings(LOCALE_PATHS=[copy / "locale"]), contextlib.chdir(copy):
            call_command("makemessages", locale=["sq"], add_location="file", no_obsolete=True, verbosity=0)
        return polib.pofile(str(copy / "locale" / "sq" / "LC_MESSAGES" / "django.po"))


def faults(kept: polib.POFile, in_use: polib.POFile | None = None) -> Iterator[str]:
    """One sentence for each entry that is missing, fuzzy, obsolete or has lost a placeholder.

    Without the strings in use, as for third-party packages, nothing counts as missing or obsolete.
    """
    entries = {_key(entry): entry for entry in kept if not entry.obsolete}
    used = {_key(entry): entry for entry in in_use} if in_use is not None else {}
    for key, wanted in used.items():
        if key not in entries:
            yield f"missing: {_name(wanted)} ({_place(wanted)})"
    for key, entry in entries.items():
        if in_use is not None and key not in used:
            yield f"no longer used: {_name(entry)}"
        elif entry.fuzzy:
            yield f"fuzzy: {_name(entry)}"
        elif not entry.translated():
            yield f"not translated: {_name(entry)} ({_place(entry)})"
        elif not _keeps_placeholders(entry):
            yield f"other placeholders than its source: {_name(entry)}"
    for entry in kept.obsolete_entries():
        yield f"no longer used: {_name(entry)}"


def _keeps_placeholders(entry: polib.POEntry) -> bool:
    """A plural's singular may leave its number out: "one comment"."""
    if not entry.msgid_plural:
        return _placeholders(entry.msgid) == _placeholders(entry.msgstr)
    singular, plural = entry.msgstr_plural[0], entry.msgstr_plural[1]
    return _placeholders(plural) == _placeholders(entry.msgid_plural) and set(_placeholders(singular)) <= set(
        _placeholders(entry.msgid_plural) + _placeholders(entry.msgid)
    )


def _placeholders(text: str) -> list[str]:
    return sorted(_PLACEHOLDER.findall(text))


def _source_folders() -> set[str]:
    """The folders at the top of the house that apps of ours live in."""
    paths = (Path(app.path) for app in apps.get_app_configs())
    inside = (path.relative_to(settings.ROOT) for path in paths if path.is_relative_to(settings.ROOT))
    return {path.parts[0] for path in inside if "site-packages" not in path.parts}


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def _name(entry: polib.POEntry) -> str:
    return f"“{entry.msgid}”" + (f" [{entry.msgctxt}]" if entry.msgctxt else "")


def _place(entry: polib.POEntry) -> str:
    return ", ".join(file for file, _ in entry.occurrences) or "no place given"
