"""What time does to consultations: each sweep a small batch, repeated by the worker."""

from datetime import timedelta

from consultation.services.extend import tell_of_unfinished_extension
from consultation.services.lapse import lapse_unconfirmed, lapse_unconfirmed_joining
from consultation.services.open import note_openings
from consultation.services.report import tell_of_unfinished_reports
from consultation.services.respond import tell_of_unfinished_answers
from consultation.services.tell_followers import note_news, tell_unfinished_news
from portal.work.sweeps import Sweep

SWEEPS = (
    Sweep("consultation.note_openings", every=timedelta(seconds=30), run=note_openings),
    Sweep("consultation.lapse_unconfirmed", every=timedelta(minutes=10), run=lapse_unconfirmed),
    Sweep("consultation.lapse_joining", every=timedelta(minutes=30), run=lapse_unconfirmed_joining),
    Sweep("consultation.note_news", every=timedelta(minutes=1), run=note_news),
    Sweep("consultation.tell_followers", every=timedelta(seconds=40), run=tell_unfinished_news),
    Sweep("consultation.tell_of_extensions", every=timedelta(seconds=30), run=tell_of_unfinished_extension),
    Sweep("consultation.tell_of_answers", every=timedelta(seconds=30), run=tell_of_unfinished_answers),
    Sweep("consultation.tell_of_reports", every=timedelta(seconds=30), run=tell_of_unfinished_reports),
)
