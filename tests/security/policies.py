"""The declared policy of every door: who gets through, by method. Kept in `doors.yaml`, compared with what is observed.

After a change of doors or roles, look at what the walker sees and let it rewrite the table:

    DOORS=rewrite make test TESTS=tests/security/test_permission_walker.py

then read the difference line by line: it is the change of who may do what.
"""

from pathlib import Path

import yaml

from tests.security.cast import CAST, MEMBER, STRANGER

FILE = Path(__file__).parent / "doors.yaml"
NAMED = {
    "everyone": set(CAST),
    "accounts": set(CAST) - {STRANGER},
    "staff": set(CAST) - {STRANGER, MEMBER},
    "nobody": set(),
}
Table = dict[str, dict[str, set[str]]]


def read_table() -> Table:
    if not FILE.exists():
        return {}
    written = yaml.safe_load(FILE.read_text(encoding="utf-8")) or {}
    return {door: {method: _people(people) for method, people in methods.items()} for door, methods in written.items()}


def write_table(table: Table) -> None:
    lines = ["# Who gets through which door. How to change it: tests/security/policies.py."]
    for door in sorted(table):
        methods = ", ".join(f"{method}: {_said(people)}" for method, people in sorted(table[door].items()))
        lines.append(f'"{door}": {{{methods}}}')
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _people(said: str | list[str]) -> set[str]:
    return set(NAMED[said]) if isinstance(said, str) else set(said)


def _said(people: set[str]) -> str:
    for name, all_of_them in NAMED.items():
        if people == all_of_them:
            return name
    return f"[{', '.join(who for who in CAST if who in people)}]"
