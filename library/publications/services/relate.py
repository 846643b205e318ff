from typing import Any

from django.db import transaction

from library.publications.enums import INVERSES, Verb
from library.publications.errors import NotAnEditor, SameOnBothEnds, UnknownVerb
from library.publications.policies import may_edit_library
from library.publications.records import Publication, Relation
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex

_TURNED = {str(inverse): verb for verb, inverse in INVERSES.items() if inverse is not verb}


@transaction.atomic
def relate(*, subject: Publication, verb: str, object: Publication, is_verified: bool, user: Any = None) -> Relation:
    """Record what one publication does to another, once. The verb may be told from either end: `amended_by`.

    Told twice, a relation that was seen in a source once stays verified.
    """
    if not may_edit_library(user):
        raise NotAnEditor
    if subject.pk == object.pk:
        raise SameOnBothEnds
    if verb in _TURNED:
        verb, subject, object = _TURNED[verb], object, subject
    elif verb not in Verb.values:
        raise UnknownVerb
    relation, is_new = Relation.objects.get_or_create(
        subject=subject, verb=verb, object=object, defaults={"is_verified": is_verified}
    )
    if is_verified and not relation.is_verified:
        relation.is_verified = True
        relation.save()
    elif not is_new:
        return relation
    _tell(relation)
    return relation


@transaction.atomic
def unrelate(*, relation: Relation, user: Any = None) -> None:
    if not may_edit_library(user):
        raise NotAnEditor
    relation.delete()
    _tell(relation)


def _tell(relation: Relation) -> None:
    """A relation lends a status, so both ends are indexed anew."""
    queue_reindex("publication", relation.subject_id, relation.object_id)
    raise_generation()
