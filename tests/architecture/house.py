"""The house as the tests see it: its apps, its floors, its files."""

import subprocess
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

from django.apps import AppConfig, apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOT_PACKAGES = tuple(PYPROJECT["tool"]["importlinter"]["root_packages"])


def our_apps() -> list[AppConfig]:
    return [app for app in apps.get_app_configs() if app.name.split(".")[0] in ROOT_PACKAGES]


def our_modules() -> Iterator[ModuleType]:
    """Every module of ours, imported."""
    for package_name in ROOT_PACKAGES:
        package = import_module(package_name)
        yield package
        for found in walk_packages(package.__path__, f"{package_name}."):
            if ".settings" not in found.name and ".migrations" not in found.name:
                yield import_module(found.name)


def our_models() -> list[type[models.Model]]:
    """Every concrete model that a module of ours defines, whether its app knows it or not."""
    list(our_modules())
    found: list[type[models.Model]] = []
    waiting = [models.Model]
    while waiting:
        for model in waiting.pop().__subclasses__():
            waiting.append(model)
            is_ours = model.__module__.split(".")[0] in ROOT_PACKAGES
            if is_ours and not model._meta.abstract and not model._meta.proxy and not model._meta.auto_created:
                found.append(model)
    return found


def floors() -> list[str]:
    """The apps from the top of the house to its lowest floor."""
    contracts = {contract["id"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]}
    order: list[str] = []
    for name in contracts["house"]["layers"]:
        order += [f"library.{room}" for room in contracts["library"]["layers"]] if name == "library" else [name]
    return order


def tracked_files() -> list[Path]:
    """What the repository holds, or will hold with the next commit; without git, everything but what is made."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file, or nothing for a font or a picture."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def templates() -> list[Path]:
    """Every template of ours, letters included."""
    return [path for path in tracked_files() if "/templates/" in str(path) and path.suffix == ".html"]
