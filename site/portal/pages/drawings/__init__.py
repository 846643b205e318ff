"""The portal's drawings as numbers and paths. Each counts something; the sentence beside it says the same in words."""

from .band import BandWeek, Moment, Term, band, term
from .chart import Chart, Reading, chart
from .motifs import Ten, bar, motifs
from .signs import SIGNS, sign

__all__ = [
    "SIGNS",
    "BandWeek",
    "Chart",
    "Moment",
    "Reading",
    "Ten",
    "Term",
    "band",
    "bar",
    "chart",
    "motifs",
    "sign",
    "term",
]
