"""Erasures outlive a restore: each is a row, and a line of a file that a restored database does not take back."""

import hashlib
import json
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models, transaction

from portal.accounts.holdings import all_holders
from portal.accounts.records import Erasure
from portal.work.clock import database_now

ROUNDS = 20_000


def journal_erasure(*, email: str, rows: int) -> Erasure:
    """Note the erasure under a salted, slow hash of the address, in the database and, once that is sure, in the file."""
    latest = Erasure.objects.first()
    salt = latest.salt if latest else secrets.token_hex(16)
    entry = Erasure(salt=salt, digest=digest_of(email, salt), rows=rows, erased_at=database_now())
    entry.full_clean()
    entry.save()
    line = {"salt": salt, "digest": entry.digest, "erased_at": entry.erased_at.isoformat(), "rows": rows}
    transaction.on_commit(lambda: _append(line))
    return entry


def digest_of(email: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", email.strip().lower().encode(), bytes.fromhex(salt), ROUNDS).hex()


def lost_erasures() -> list[Erasure]:
    """What the file tells and the database does not know: the erasures since the copy that was restored."""
    file = Path(settings.ERASURE_JOURNAL)
    lines = file.read_text().splitlines() if file.exists() else []
    told = [json.loads(line) for line in lines if line.strip()]
    known = set(Erasure.objects.values_list("digest", "erased_at"))
    entries = [Erasure(**line | {"erased_at": datetime.fromisoformat(line["erased_at"])}) for line in told]
    return [entry for entry in entries if (entry.digest, entry.erased_at) not in known]


def addresses_held() -> Iterator[str]:
    """Every address in a field that some holder declares, in lower case, each once."""
    seen: set[str] = set()
    for holder in all_holders():
        for name in holder.fields:
            model, field = apps.get_model(name.rpartition(".")[0]), name.rpartition(".")[2]
            if isinstance(model._meta.get_field(field), models.EmailField):
                found = model._default_manager.exclude(**{field: ""}).values_list(field, flat=True).distinct()
                for address in found.iterator():
                    if address.lower() not in seen:
                        seen.add(address.lower())
                        yield address.lower()


@transaction.atomic
def replay_erasure(*, entry: Erasure, email: str) -> int:
    """Erase the person again, unless the copy holds nothing (`email` is empty), and take the entry back into the database."""
    rows = sum(holder.erase(email) for holder in all_holders()) if email else 0
    entry.full_clean()
    entry.save()
    return rows


def _append(line: dict[str, object]) -> None:
    file = Path(settings.ERASURE_JOURNAL)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as journal:
        journal.write(json.dumps(line) + "\n")
