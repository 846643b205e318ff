from portal.search.services.queue_reindex import queue_reindex

__all__ = ["queue_reindex"]
