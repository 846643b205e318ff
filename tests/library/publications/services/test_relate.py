import pytest

from library.publications.enums import INVERSES, InverseVerb, Verb
from library.publications.errors import SameOnBothEnds, UnknownVerb
from library.publications.records import Relation
from library.publications.selectors import relations_of
from library.publications.services import relate, unpublish_publication


def test_every_verb_has_an_inverse_and_every_inverse_a_verb():
    assert set(INVERSES) == set(Verb)
    assert {inverse for inverse in INVERSES.values() if isinstance(inverse, InverseVerb)} == set(InverseVerb)


def test_a_relation_may_be_told_from_either_end_and_is_kept_once(a_publication):
    law, amendment = a_publication("law"), a_publication("amendment")

    relate(subject=law, verb="amended_by", object=amendment, is_verified=False)
    relate(subject=amendment, verb="amends", object=law, is_verified=True)

    relation = Relation.objects.get()
    assert (relation.subject, relation.verb, relation.object, relation.is_verified) == (amendment, "amends", law, True)


def test_each_end_tells_it_its_own_way(a_publication):
    law, amendment = a_publication("law"), a_publication("amendment")
    relate(subject=amendment, verb="amends", object=law, is_verified=True)

    assert [(line.verb, line.other) for line in relations_of(law, None)] == [("amended_by", amendment)]
    assert [(line.verb, line.other) for line in relations_of(amendment, None)] == [("amends", law)]


def test_a_relation_to_what_is_not_public_is_not_told(a_publication):
    law, draft = a_publication("law"), a_publication("draft")
    relate(subject=draft, verb="amends", object=law, is_verified=True)

    unpublish_publication(publication=draft)

    assert relations_of(law, None) == []


@pytest.mark.parametrize("verb", ["loves", "", "AMENDS"])
def test_an_unknown_verb_is_refused(a_publication, verb):
    with pytest.raises(UnknownVerb):
        relate(subject=a_publication("a"), verb=verb, object=a_publication("b"), is_verified=True)


def test_nothing_is_related_to_itself(a_publication):
    law = a_publication("law")

    with pytest.raises(SameOnBothEnds):
        relate(subject=law, verb="amends", object=law, is_verified=True)
