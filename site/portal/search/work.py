from datetime import timedelta

from portal.search.services.push import heal_elastic, push_some
from portal.search.services.reindex import reindex_some, renew_old
from portal.work.sweeps import Sweep

SWEEPS = (
    Sweep("search: index what changed", every=timedelta(seconds=1), run=reindex_some),
    Sweep("search: renew what an older analysis made", every=timedelta(minutes=1), run=renew_old),
    Sweep("search: hand changes to Elasticsearch", every=timedelta(seconds=2), run=push_some),
    Sweep("search: heal Elasticsearch", every=timedelta(seconds=20), run=heal_elastic),
)
