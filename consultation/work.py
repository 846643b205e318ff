"""What time does to consultations: each sweep a small batch, repeated by the worker."""

from datetime import timedelta

from consultation.services.extend import tell_of_unfinished_extension
from consultation.services.lapse import lapse_unconfirmed
from consultation.services.open import note_openings
from portal.work.sweeps import Sweep

SWEEPS = (
    Sweep("consultation.note_openings", every=timedelta(seconds=30), run=note_openings),
    Sweep("consultation.lapse_unconfirmed", every=timedelta(minutes=10), run=lapse_unconfirmed),
    Sweep("consultation.tell_of_extensions", every=timedelta(seconds=30), run=tell_of_unfinished_extension),
)
