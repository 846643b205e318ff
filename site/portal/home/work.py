from datetime import timedelta

from portal.home.services.forget_messages import forget_old_messages
from portal.work.sweeps import Sweep

SWEEPS = (Sweep("home: forget old messages", every=timedelta(hours=6), run=forget_old_messages),)
