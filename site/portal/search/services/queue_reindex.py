from portal.search.records import SearchChange


def queue_reindex(kind: str, *keys: int) -> None:
    """Have the worker write the entries of these things anew. Call it in the transaction that changes them."""
    SearchChange.objects.bulk_create(SearchChange(kind=kind, key=key) for key in keys)
