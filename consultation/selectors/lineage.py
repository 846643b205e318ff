"""Where the provisions of one draft came from and what became of them, through all drafts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from consultation.comparison import ADDED, REMOVED, Piece, plain, word_changes
from consultation.enums import LineageKind
from consultation.records import Consultation, ConsultationComment, DraftVersion, Issue, Provision, ProvisionLineage
from consultation.selectors.comments import CommentCounts, with_author
from consultation.selectors.versions import SHOWN
from portal.delivery.memo import until_next_generation
from portal.languages.enums import SOURCE_LANGUAGE, Language


@dataclass(frozen=True)
class Lineage:
    """The links between the drafts that the public may read."""

    onward: dict[int, list[ProvisionLineage]] = field(default_factory=dict)
    back: dict[int, list[ProvisionLineage]] = field(default_factory=dict)
    latest: int = 1
    """The number of the draft that stands."""

    def ancestors(self, provision: int) -> list[int]:
        """Every earlier provision whose comments show at this one: those of which it is the first successor."""
        found: list[int] = []
        waiting = [provision]
        while waiting:
            for link in self.back.get(waiting.pop(), []):
                if link.is_primary and link.earlier_id not in found:
                    found.append(link.earlier_id)
                    waiting.append(link.earlier_id)
        return found

    def drops_commented(self, comments: Mapping[int, int]) -> bool:
        """Whether text was dropped that somebody had commented on."""
        dropped = [key for key, links in self.onward.items() if any(link.later_id is None for link in links)]
        return any(comments.get(each) for key in dropped for each in (key, *self.ancestors(key)))


def lineage_of(consultation: Consultation) -> Lineage:
    """One question, and none where there is but one draft."""
    return _lineage(consultation.pk)


@until_next_generation
def _lineage(key: int) -> Lineage:
    shown = dict(DraftVersion.objects.filter(SHOWN, consultation=key).values_list("pk", "number"))
    onward: dict[int, list[ProvisionLineage]] = defaultdict(list)
    back: dict[int, list[ProvisionLineage]] = defaultdict(list)
    if len(shown) < 2:
        return Lineage()
    links = ProvisionLineage.objects.filter(earlier__version__in=shown).select_related("earlier", "later")
    for link in links.order_by("pk"):
        if link.later is None:
            if shown[link.earlier.version_id] < max(shown.values()):
                onward[link.earlier_id].append(link)
        elif link.later.version_id in shown:
            onward[link.earlier_id].append(link)
            back[link.later.pk].append(link)
    return Lineage(dict(onward), dict(back), max(shown.values()))


def carry(counts: CommentCounts, lineage: Lineage, provisions: Iterable[Provision]) -> None:
    """Count comments where they show: at the first successor of the provision that they were made on."""
    for provision in provisions:
        for ancestor in lineage.ancestors(provision.pk):
            counts.by_provision[provision.pk] += counts.by_provision[ancestor]
            counts.answers[provision.pk] += counts.answers[ancestor]


def shown_at(lineage: Lineage, provisions: Iterable[Provision]) -> dict[int, int]:
    """For each of these provisions and all that they come from: at which of them its comments show."""
    places: dict[int, int] = {}
    for provision in provisions:
        places |= dict.fromkeys([provision.pk, *lineage.ancestors(provision.pk)], provision.pk)
    return places


@dataclass(frozen=True)
class Onward:
    """What a provision of an overtaken draft became."""

    kind: LineageKind
    later: Provision | None


def became(provision: Provision, lineage: Lineage) -> list[Onward]:
    links = lineage.onward.get(provision.pk, [])
    later = Provision.objects.select_related("version").in_bulk([link.later_id for link in links if link.later_id])
    return [Onward(LineageKind(link.kind), later.get(link.later_id or 0)) for link in links]


def words_of(provision: Provision, language: Language) -> str:
    """Heading and text in one language as plain words; in Albanian where that language is missing."""
    wanted = (
        language
        if getattr(provision, f"text_{language}") or getattr(provision, f"heading_{language}")
        else SOURCE_LANGUAGE
    )
    heading, text = getattr(provision, f"heading_{wanted}"), plain(getattr(provision, f"text_{wanted}"))
    return "\n".join(filter(None, [heading, text]))


def changes_between(earlier: Provision, later: Provision, language: Language) -> list[Piece]:
    return word_changes(words_of(earlier, language), words_of(later, language))


@dataclass(frozen=True)
class Shelved:
    """A provision that no later draft holds, with what was said on it."""

    provision: Provision
    comments: list[ConsultationComment]


def shelf(consultation: Consultation) -> list[Shelved]:
    """Text that was dropped and had been commented on, in the order it stood."""
    lineage = lineage_of(consultation)
    dropped = [key for key, links in lineage.onward.items() if any(link.later_id is None for link in links)]
    home = {key: key for key in dropped} | {ancestor: key for key in dropped for ancestor in lineage.ancestors(key)}
    comments: dict[int, list[ConsultationComment]] = defaultdict(list)
    said = with_author(ConsultationComment.objects.published().filter(provision__in=home)).order_by("number")
    for comment in said:
        comments[home[comment.provision_id or 0]].append(comment)
    rows = Provision.objects.filter(pk__in=comments).select_related("version").order_by("version__number", "position")
    return [Shelved(row, comments[row.pk]) for row in rows]


def causes_of(provisions: Iterable[Provision]) -> dict[int, list[ConsultationComment]]:
    """The public comments whose published answer names a provision as what changed, by its key."""
    published: QuerySet[ConsultationComment] = ConsultationComment.objects.published().order_by("number")
    issues = (
        Issue.objects.filter(
            response__published_at__isnull=False, response__resulting_provision__in=[each.pk for each in provisions]
        )
        .select_related("response")
        .prefetch_related(Prefetch("comments", published, to_attr="public_comments"))
    )
    causes: dict[int, list[ConsultationComment]] = defaultdict(list)
    for issue in issues:
        named = causes[issue.response.resulting_provision_id or 0]
        named += [comment for comment in issue.public_comments if comment not in named]
    return causes


@dataclass(frozen=True)
class Row:
    """One place of a comparison: what stands there now, what stood there before, and the words that changed."""

    kind: str
    later: Provision | None
    earlier: list[Provision]
    pieces: list[Piece]
    causes: list[ConsultationComment] = field(default_factory=list)


def comparison(consultation: Consultation, old: DraftVersion, new: DraftVersion, language: Language) -> list[Row]:
    """Every provision of the newer draft with where it came from, then those that it no longer holds."""
    lineage = lineage_of(consultation)
    before = {each.pk: each for each in old.provisions.order_by("position")}
    after = list(new.provisions.select_related("version").order_by("position"))
    causes = causes_of(after)
    rows, reached = [], set()
    for provision in after:
        found = [before[key] for key in _origins(lineage, provision.pk) if key in before]
        found.sort(key=lambda each: each.position)
        reached |= {each.pk for each in found}
        rows.append(_row(lineage, provision, found, language, causes.get(provision.pk, [])))
    rows += [
        Row(LineageKind.DROPPED, None, [each], [Piece(REMOVED, words_of(each, language))])
        for key, each in before.items()
        if key not in reached
    ]
    return rows


def _origins(lineage: Lineage, provision: int) -> set[int]:
    found: set[int] = set()
    waiting = [provision]
    while waiting:
        for link in lineage.back.get(waiting.pop(), []):
            if link.earlier_id not in found:
                found.add(link.earlier_id)
                waiting.append(link.earlier_id)
    return found


def _row(
    lineage: Lineage, later: Provision, earlier: list[Provision], language: Language, causes: list[ConsultationComment]
) -> Row:
    if not earlier:
        return Row("new", later, [], [Piece(ADDED, words_of(later, language))], causes)
    old, new = "\n".join(words_of(each, language) for each in earlier), words_of(later, language)
    kinds = {link.kind for link in lineage.back.get(later.pk, [])}
    if old == new:
        kind = LineageKind.MOVED if LineageKind.MOVED in kinds else LineageKind.SAME
        return Row(kind, later, earlier, [], causes)
    shaped = kinds & {LineageKind.MOVED, LineageKind.SPLIT, LineageKind.MERGED}
    return Row(next(iter(shaped), LineageKind.EDITED), later, earlier, word_changes(old, new), causes)
