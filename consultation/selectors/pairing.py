"""What the portal believes became of each provision, for an editor to look at."""

from dataclasses import dataclass

from consultation.alignment import Unit, align, similarity
from consultation.enums import LineageKind
from consultation.records import DraftVersion, Provision
from consultation.selectors.lineage import words_of
from consultation.selectors.versions import predecessor, provisions_of
from portal.languages.enums import SOURCE_LANGUAGE


@dataclass(frozen=True)
class Pair:
    """A provision and its successor. Without `later` it is dropped, without `earlier` it is new."""

    earlier: Provision | None
    later: Provision | None
    kind: str
    score: float
    is_primary: bool
    is_sure: bool

    @property
    def key(self) -> tuple[int, int]:
        return (self.earlier.pk if self.earlier else 0, self.later.pk if self.later else 0)

    @property
    def percent(self) -> int:
        return round(self.score * 100)

    @property
    def kind_label(self) -> str:
        return str(LineageKind(self.kind).label)


def proposed_pairs(version: DraftVersion) -> list[Pair]:
    """The links between a draft and the one before it, by the Albanian: that is what the English is made from."""
    before = predecessor(version)
    if before is None:
        return []
    earlier, later = provisions_of(before), provisions_of(version)
    return [
        Pair(
            earlier=None if link.earlier is None else earlier[link.earlier],
            later=None if link.later is None else later[link.later],
            kind=link.kind,
            score=link.score,
            is_primary=link.is_primary,
            is_sure=link.is_sure,
        )
        for link in align([_unit(each) for each in earlier], [_unit(each) for each in later])
    ]


def likeness(earlier: Provision, later: Provision) -> float:
    return similarity(_unit(earlier), _unit(later))


def _unit(provision: Provision) -> Unit:
    return Unit(words_of(provision, SOURCE_LANGUAGE), provision.kind)
