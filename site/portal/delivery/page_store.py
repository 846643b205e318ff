"""Where pages are kept: files that all processes of a machine share, or a cache that several machines share."""

import hashlib
import os
import random
import secrets
import shutil
import time
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.cache import caches

from portal.delivery.stored_page import StoredPage

LARGEST_STORE = 256 * 1024 * 1024
WRITES_BETWEEN_SWEEPS = 50


class PageStore(Protocol):
    def find(self, generation: str, key: str) -> StoredPage | None: ...

    def keep(self, generation: str, key: str, page: StoredPage) -> None: ...


def page_store() -> PageStore:
    """The store that the settings name."""
    if "pages" in settings.CACHES:
        return SharedCacheStore()
    return FileStore(Path(settings.PAGE_STORE_DIR))


class FileStore:
    """One folder a generation, one file a page. A page appears whole or not at all."""

    def __init__(self, folder: Path, largest: int = LARGEST_STORE) -> None:
        self.folder = folder
        self.largest = largest

    def find(self, generation: str, key: str) -> StoredPage | None:
        try:
            return StoredPage.from_bytes(self._path(generation, key).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, generation: str, key: str, page: StoredPage) -> None:
        path = self._path(generation, key)
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._drop_other_generations(path.parent)
        unfinished = path.with_suffix(f".{secrets.token_hex(8)}")
        try:
            unfinished.write_bytes(page.to_bytes())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        if random.randrange(WRITES_BETWEEN_SWEEPS) == 0:  # noqa: S311 - chance alone, no secret
            self.sweep(path.parent)

    def sweep(self, folder: Path) -> None:
        """Drop the oldest pages of a generation, down to half of what the store may hold, once it holds more."""
        pages = sorted(((entry.stat(), entry.path) for entry in os.scandir(folder)), key=lambda page: page[0].st_mtime)
        held = sum(stat.st_size for stat, _path in pages)
        if held <= self.largest:
            return
        for stat, path in pages:
            if held <= self.largest // 2:
                return
            Path(path).unlink(missing_ok=True)
            held -= stat.st_size

    def _path(self, generation: str, key: str) -> Path:
        return self.folder / f"of-{generation}" / f"{hashlib.sha256(key.encode()).hexdigest()}.page"

    def _drop_other_generations(self, current: Path) -> None:
        for folder in self.folder.glob("of-*"):
            if folder != current:
                shutil.rmtree(folder, ignore_errors=True)


class SharedCacheStore:
    """Pages in Django's cache named "pages", for a portal on several machines. The cache itself drops what is old."""

    def find(self, generation: str, key: str) -> StoredPage | None:
        found: StoredPage | None = caches["pages"].get(self._key(generation, key))
        return found

    def keep(self, generation: str, key: str, page: StoredPage) -> None:
        caches["pages"].set(self._key(generation, key), page, timeout=page.expires_at - time.time())

    def _key(self, generation: str, key: str) -> str:
        return f"page:{generation}:{hashlib.sha256(key.encode()).hexdigest()}"
