from portal.accounts.services.erasure_journal import addresses_held, digest_of, lost_erasures, replay_erasure


def replay_erasures() -> tuple[int, int]:
    """Erase again whoever was erased after the restored copy was made; return erasures replayed and rows erased.

    An entry whose address the copy does not hold is taken back into the database too, so that it is looked for once.
    """
    lost = lost_erasures()
    emails = _addresses_by_digest({entry.salt for entry in lost})
    rows = sum(replay_erasure(entry=entry, email=emails.get(entry.digest, "")) for entry in lost)
    return len(lost), rows


def _addresses_by_digest(salts: set[str]) -> dict[str, str]:
    return {digest_of(address, salt): address for salt in salts for address in addresses_held()} if salts else {}
