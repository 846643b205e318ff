from datetime import timedelta

from portal.work.publish import publish_scheduled
from portal.work.sweeps import Sweep

SWEEPS = (Sweep("work.publish_scheduled", every=timedelta(seconds=30), run=publish_scheduled),)
