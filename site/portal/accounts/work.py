from datetime import timedelta

from portal.accounts.limits import forget_old_uses
from portal.accounts.services.retain import (
    close_unconfirmed_accounts,
    end_identities,
    end_loose_identities,
    end_sessions,
    forget_old_deeds,
    forget_old_letters,
)
from portal.work.sweeps import Sweep

SWEEPS = tuple(
    Sweep(f"accounts.{run.__name__}", every=timedelta(hours=1), run=run)
    for run in (
        end_identities,
        end_loose_identities,
        close_unconfirmed_accounts,
        end_sessions,
        forget_old_letters,
        forget_old_deeds,
        forget_old_uses,
    )
)
