from datetime import timedelta

from portal.search.services.reindex import heal_elastic, push_some, reindex_some
from portal.work.sweeps import Sweep

SWEEPS = (
    Sweep("search: index what changed", every=timedelta(seconds=1), run=reindex_some),
    Sweep("search: hand changes to Elasticsearch", every=timedelta(seconds=2), run=push_some),
    Sweep("search: heal Elasticsearch", every=timedelta(minutes=1), run=heal_elastic),
)
