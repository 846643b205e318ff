"""What a publication has to do with others, told from its own end."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from library.publications.enums import INVERSES, Verb
from library.publications.records import Publication, Relation
from library.publications.selectors.status import with_status
from library.publications.selectors.visibility import pages_ahead, visible_to


@dataclass(frozen=True)
class RelationLine:
    """`amended by` that one. `other` carries its status."""

    verb: str
    label: str
    other: Publication
    is_verified: bool


def relations_of(publication: Publication, user: Any) -> list[RelationLine]:
    """Relations in both directions, in the order of the verbs; with what this reader may not see, none."""
    relations = Relation.objects.filter(Q(subject=publication) | Q(object=publication))
    ends = [(relation, _other_end(relation, publication)) for relation in relations]
    others = {each.pk: each for each in _told(visible_to(user).filter(pk__in={other for _, other in ends}))}
    lines = [_line(relation, publication, others[other]) for relation, other in ends if other in others]
    order = {str(verb): place for place, verb in enumerate(_ORDER)}
    return sorted(lines, key=lambda line: (order[line.verb], line.other.pk))


def _told(publications: Any) -> Iterable[Publication]:
    return with_status(publications).select_related("institution").prefetch_related(pages_ahead(Publication))


def _other_end(relation: Relation, publication: Publication) -> int:
    return relation.object_id if relation.subject_id == publication.pk else relation.subject_id


def _line(relation: Relation, publication: Publication, other: Publication) -> RelationLine:
    verb = Verb(relation.verb)
    told = verb if relation.subject_id == publication.pk else INVERSES[verb]
    return RelationLine(told.value, str(told.label), other, relation.is_verified)


_ORDER = [each for verb in Verb for each in (INVERSES[verb], verb)]
