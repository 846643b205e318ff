from datetime import timedelta

from portal.notifications.services import send_due_letters, settle_lapsed_leases
from portal.work.sweeps import Sweep

SWEEPS = (
    Sweep("notifications.send", every=timedelta(seconds=1), run=send_due_letters),
    Sweep("notifications.settle_leases", every=timedelta(seconds=30), run=settle_lapsed_leases),
)
