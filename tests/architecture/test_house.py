"""Who may know whom, and what may lie where."""

import re

import pytest
from django.core.management import call_command
from importlinter.cli import lint_imports

from tests.architecture.house import ROOT, floors, our_apps, our_models, our_modules, text_of, tracked_files

JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "lib", "tools", "shared"}
MACHINE_PATH = re.compile(r"(?<![\w.~$}/])/(?:work|root|home|Users)/\w")
REGISTRY = re.compile(r"https?://|--(?:index-url|extra-index-url|find-links)|git\+|file:| @ ")


def test_rooms_import_downwards_only(monkeypatch):
    monkeypatch.chdir(ROOT)

    assert lint_imports(no_cache=True) == 0


def test_every_app_has_a_floor():
    assert {app.name for app in our_apps()} == set(floors()) - {"portal.urls"}


def test_foreign_keys_point_downwards_too():
    floor = {name: number for number, name in enumerate(floors())}
    upwards = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for model in our_models()
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one or field.many_to_many)
        and not field.auto_created
        and field.related_model is not None
        and field.related_model._meta.app_config.name in floor
        and field.model._meta.app_config.name in floor
        and floor[field.related_model._meta.app_config.name] < floor[field.model._meta.app_config.name]
    ]

    assert upwards == []


def test_every_module_can_be_imported():
    assert len(list(our_modules())) > 100


def test_every_model_is_named_in_the_models_of_its_app():
    """A forgotten one gets no migration and no warning."""
    forgotten = [
        model.__qualname__
        for model in our_models()
        if getattr(model._meta.app_config.models_module, model.__name__, None) is not model
    ]

    assert forgotten == []


@pytest.mark.django_db
def test_migrations_are_up_to_date(capsys):
    call_command("makemigrations", check=True, dry_run=True)

    assert "No changes detected" in capsys.readouterr().out


def test_plain_folders_stay_plain():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert not list((ROOT / "locale").rglob("__init__.py"))


def test_the_tests_are_packages_all_the_way_up():
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}

    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_there_is_no_junk_drawer():
    assert [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if JUNK_DRAWERS & {path.stem, *path.relative_to(ROOT).parts[:-1]}
    ] == []


def test_nothing_names_a_machine():
    named = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in tracked_files()
        if path.name != "test_house.py"
        for found in [MACHINE_PATH.search(text_of(path))]
        if found
    ]

    assert named == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_locks_name_no_address_and_hash_every_package(name):
    text = text_of(ROOT / name)

    assert REGISTRY.search(text) is None
    packages = re.split(r"\n(?=\S)", text.strip())
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_the_locks_hold_every_dependency():
    wanted = re.findall(r'^    "([\w.-]+)', text_of(ROOT / "pyproject.toml").split("[tool.pytest")[0], re.MULTILINE)
    locked = {
        name.lower() for name in re.findall(r"^([\w.-]+)==", text_of(ROOT / "requirements-dev.txt"), re.MULTILINE)
    }

    assert [name for name in wanted if name.lower() not in locked] == []
