"""A second draft: begun, paired, put out, and what became of the comments on the first."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from consultation.errors import (
    DraftChanged,
    DraftOvertaken,
    NotAllowed,
    PairsMissing,
    ReasonMissing,
    VersionFrozen,
    VersionInWork,
)
from consultation.records import Issue, OfficialResponse, Provision, ProvisionLineage
from consultation.search import Provisions
from consultation.selectors.lineage import lineage_of, shelf
from consultation.selectors.pairing import proposed_pairs
from consultation.selectors.reading import reading
from consultation.services import (
    ProvisionRow,
    ProvisionWords,
    add_provisions,
    begin_version,
    confirm_pairs,
    drop_version,
    edit_provision,
    publish_version,
    remove_provision,
    submit_comment,
)
from consultation.services.new_version import keep_pairs
from tests.consultation.conftest import a_comment, provision_of
from tests.consultation.test_admin import as_coordinator, as_moderator, desk

__all__ = ["as_coordinator", "as_moderator"]

PURPOSE = "Ky dokument përcakton objektivat e politikës së migracionit për pesë vitet e ardhshme."
RETURN = "Personat që kthehen kanë të drejtë për këshillim, strehim të përkohshëm dhe ndihmë për punësim."
DATA = "Institucionet shkëmbejnë të dhëna vetëm për qëllimet e lejuara me ligj dhe i fshijnë pas pesë vitesh."
NEW = "Bashkitë caktojnë një pikë kontakti për familjet që kthehen nga jashtë vendit."
CHANGES = {"changes_sq": "Afati u ndryshua.", "changes_en": "The term was changed."}


def words(text, english="Some English."):
    return ProvisionWords(heading_sq="", heading_en="", text_sq=text, text_en=english)


@pytest.fixture
def consultation(opened):
    """Open, with three long provisions and a comment on each."""
    found = opened(provisions=3)
    for label, text in (("1", PURPOSE), ("2", RETURN), ("3", DATA)):
        Provision.objects.filter(version__consultation=found, label=label).update(
            text_sq=f"<p>{text}</p>", heading_sq="", heading_en="", text_en=f"<p>English {label}.</p>"
        )
        a_comment(found, provision_of(found, label))
    return found


@pytest.fixture
def second(consultation):
    """A copy in which the first provision was edited, the second dropped, and one is new."""
    version = begin_version(consultation=consultation, by=None, copies=True)
    first = version.provisions.get(label="1")
    edit_provision(provision=first, by=None, label="1", words=words(PURPOSE.replace("pesë", "shtatë"), "Seven."))
    remove_provision(provision=version.provisions.get(label="2"), by=None)
    add_provisions(version=version, rows=[ProvisionRow(words(NEW), label="4")], by=None)
    return version


@pytest.fixture
def published(second):
    confirm_pairs(version=second, by=None)
    return publish_version(version=second, by=None, **CHANGES)


def address(name, *args, language="sq"):
    with override(language):
        return reverse(f"consultation:{name}", args=args)


def test_a_draft_in_work_is_shown_to_nobody_and_stands_alone(client, consultation, second, coordinator):
    with override("sq"):
        assert reading(consultation, timezone.now()).toc[0].name == "Parime"
    assert {row.pk for row in Provision.objects.filter(version=second)}.isdisjoint(
        row.pk for row in Provision.objects.filter(version__number=1)
    )
    number = consultation.number
    assert client.get(address("provision", number, 2, "p1")).status_code == 404
    assert client.get(address("comment_on_provision", number, 2, "p1")).status_code == 404
    with pytest.raises(VersionInWork):
        begin_version(consultation=consultation, by=coordinator, copies=False)


def test_only_coordinators_write_a_further_draft_and_only_after_the_notice(start, consultation, moderator, coordinator):
    with pytest.raises(NotAllowed):
        begin_version(consultation=consultation, by=moderator, copies=True)
    with pytest.raises(NotAllowed):
        begin_version(consultation=start(), by=coordinator, copies=True)


def test_the_pairs_are_proposed_and_kept_with_their_anchors(consultation, second):
    kinds = [pair.kind for pair in proposed_pairs(second)]
    assert kinds == ["same", "edited", "same", "new", "dropped"]

    confirm_pairs(version=second, by=None)

    anchors = dict(second.provisions.values_list("label", "anchor"))
    assert anchors == {"I": "si", "1": "p1", "3": "p3", "4": "p4"}
    found = {
        (link.earlier.label, link.later and link.later.label): link.kind for link in ProvisionLineage.objects.all()
    }
    assert found == {("I", "I"): "same", ("1", "1"): "edited", ("2", None): "dropped", ("3", "3"): "same"}


def test_an_imported_draft_takes_the_anchors_of_what_lives_on(consultation):
    version = begin_version(consultation=consultation, by=None, copies=False)
    rows = [ProvisionRow(words(text), label=str(n)) for n, text in enumerate((NEW, DATA, PURPOSE), start=1)]
    add_provisions(version=version, rows=rows, by=None)

    confirm_pairs(version=version, by=None)

    anchors = dict(version.provisions.values_list("label", "anchor"))
    assert (anchors["2"], anchors["3"]) == ("p3", "p1")
    assert anchors["1"] not in {"p1", "p2", "p3"}


def test_an_editor_refuses_a_pair_and_names_a_successor_by_hand(consultation, second):
    edited = next(pair for pair in proposed_pairs(second) if pair.kind == "edited")
    old, new = provision_of(consultation, "2"), second.provisions.get(label="4")

    confirm_pairs(version=second, by=None, refused={edited.key}, by_hand={old.pk: new.pk})

    assert ProvisionLineage.objects.get(earlier=edited.earlier).kind == "dropped"
    assert ProvisionLineage.objects.get(earlier=old).later == new
    with pytest.raises(ValidationError):
        confirm_pairs(version=second, by=None, by_hand={old.pk: second.provisions.get(label="I").pk})


def test_nothing_is_put_out_without_pairs_or_without_words(consultation, second, coordinator, moderator):
    with pytest.raises(PairsMissing):
        publish_version(version=second, by=coordinator, **CHANGES)
    confirm_pairs(version=second, by=coordinator)
    with pytest.raises(ReasonMissing):
        publish_version(version=second, by=coordinator, changes_sq="Po.", changes_en=" ")
    with pytest.raises(NotAllowed):
        publish_version(version=second, by=moderator, **CHANGES)

    publish_version(version=second, by=coordinator, **CHANGES)

    second.refresh_from_db()
    with pytest.raises(VersionFrozen):
        edit_provision(provision=second.provisions.first(), by=coordinator, label="1", words=words("x"))
    with pytest.raises(NotAllowed):
        publish_version(version=second, by=coordinator, **CHANGES)


def test_an_edit_after_the_pairs_were_confirmed_is_told_rightly(consultation, second):
    confirm_pairs(version=second, by=None)
    edit_provision(
        provision=second.provisions.get(label="3"), by=None, label="3", words=words(DATA.replace("pesë", "dy"))
    )

    publish_version(version=second, by=None, **CHANGES)

    assert ProvisionLineage.objects.get(earlier__label="3").kind == "edited"


def test_comments_show_where_their_text_lives_on_and_never_move(consultation, published):
    told = reading(consultation, timezone.now())

    rows = {row.number: row for row in told.rows}
    assert set(rows) == {"I", "1", "3", "4"}
    assert [rows[label].comments for label in ("1", "3", "4")] == [1, 1, 0]
    assert rows["1"].shown[0].state_text
    assert rows["1"].shown[0].state_text != rows["3"].shown[0].state_text
    assert {each.provision.version.number for each in consultation.comments.all()} == {1}
    assert [(each.provision.label, len(each.comments)) for each in shelf(consultation)] == [("2", 1)]


def test_a_third_draft_carries_the_comments_of_the_first(consultation, published):
    third = begin_version(consultation=consultation, by=None, copies=True)
    edit_provision(
        provision=third.provisions.get(label="3"), by=None, label="3", words=words(DATA.replace("pesë", "dy"))
    )
    a_comment(consultation, published.provisions.get(label="3"))
    confirm_pairs(version=third, by=None)
    publish_version(version=third, by=None, **CHANGES)

    rows = {row.number: row for row in reading(consultation, timezone.now()).rows}

    assert rows["3"].comments == 2
    assert len(lineage_of(consultation).ancestors(third.provisions.get(label="3").pk)) == 2


def test_a_draft_that_was_never_shown_can_be_given_up(consultation, second, published):
    third = begin_version(consultation=consultation, by=None, copies=True)

    drop_version(version=third, by=None)

    assert consultation.versions.count() == 2
    with pytest.raises(NotAllowed):
        drop_version(version=published, by=None)


def test_pairs_of_a_draft_that_was_given_up_are_no_pairs_of_the_next(consultation, second):
    second.provisions.all().delete()
    add_provisions(version=second, rows=[ProvisionRow(words(NEW), label="1")], by=None)
    confirm_pairs(version=second, by=None)
    assert ProvisionLineage.objects.count() == 4
    drop_version(version=second, by=None)

    again = begin_version(consultation=consultation, by=None, copies=True)

    with pytest.raises(PairsMissing):
        publish_version(version=again, by=None, **CHANGES)


def test_a_row_added_late_does_not_take_the_anchor_of_dropped_text(consultation, second):
    confirm_pairs(version=second, by=None)
    [late] = add_provisions(version=second, rows=[ProvisionRow(words("Krejt tjetër."), label="2")], by=None)
    assert late.anchor == "p2"

    publish_version(version=second, by=None, **CHANGES)

    late.refresh_from_db()
    assert late.anchor == "p2-2"
    assert second.provisions.get(label="1").anchor == "p1"


def test_a_draft_changed_between_looking_and_confirming_is_noticed(consultation, second):
    pairs = proposed_pairs(second)
    second.provisions.filter(label="4").update(text_sq="<p>Tjetër.</p>")

    with pytest.raises(DraftChanged):
        keep_pairs(second, None, pairs, set(), {})


def an_answer(consultation, comment, provision):
    issue = Issue.objects.create(consultation=consultation, number=1, title_sq="Afati", title_en="The term")
    issue.comments.add(comment)
    now = timezone.now()
    return OfficialResponse.objects.create(
        issue=issue,
        state="approved",
        decision="accepted",
        reason_sq="Po.",
        reason_en="Yes.",
        answered_at=now,
        published_at=now,
        resulting_provision=provision,
    )


def test_the_page_shows_the_new_draft_and_where_to_compare(client, consultation, published):
    for language in ("sq", "en"):
        with override(language):
            shown = client.get(consultation.pages.get(locale__language_code=language).get_url()).content.decode()
        assert CHANGES[f"changes_{language}"] in shown
        assert address("compare", 1, 1, 2, language=language) in shown
        assert address("dropped", 1, language=language) in shown


def test_two_drafts_are_compared_word_by_word_in_both_languages(client, consultation, published):
    an_answer(consultation, consultation.comments.get(number=1), published.provisions.get(label="1"))

    albanian = client.get(address("compare", 1, 1, 2)).content.decode()
    english = client.get(address("compare", 1, 1, 2, language="en")).content.decode()

    assert "<del>" in albanian
    assert "pesë" in albanian
    assert "shtatë" in albanian
    assert "Seven" in english
    assert address("comment", 1, 1) in albanian
    assert DATA[:30] not in albanian
    assert DATA[:30] in client.get(address("compare", 1, 1, 2) + "?show=all").content.decode()
    for old, new in ((2, 1), (1, 1), (1, 3)):
        assert client.get(address("compare", 1, old, new)).status_code == 404


def test_a_provision_tells_its_course(client, consultation, published):
    old = client.get(address("provision", 1, 1, "p1")).content.decode()
    new = client.get(address("provision", 1, 2, "p1")).content.decode()
    gone = client.get(address("provision", 1, 1, "p2")).content.decode()

    assert address("provision", 1, 2, "p1") in old
    assert address("comment_on_provision", 1, 1, "p1") not in old
    assert address("provision", 1, 1, "p1") in new
    assert address("comment_on_provision", 1, 2, "p1") in new
    assert "Mendimi 1." in new
    assert "Mendimi 2." in gone
    shelf_page = client.get(address("dropped", 1)).content.decode()
    assert "Mendimi 2." in shelf_page
    assert RETURN in shelf_page
    assert "Mendimi 1." not in shelf_page


def test_comments_are_taken_on_the_text_that_stands_and_on_no_other(client, consultation, published, author):
    assert client.get(address("comment_on_provision", 1, 2, "p1")).status_code == 200
    assert client.get(address("comment_on_provision", 1, 1, "p1"))["Location"] == address("provision", 1, 1, "p1")

    with pytest.raises(DraftOvertaken):
        submit_comment(
            consultation=consultation, author=author, text="Po.", language="sq", provision=provision_of(consultation)
        )


def test_a_coordinator_goes_the_whole_way_to_the_next_draft(as_coordinator, consultation):
    shown = as_coordinator.get(desk("desk", consultation.pk)).content.decode()
    assert desk("begin_version", consultation.pk) in shown

    answer = as_coordinator.post(desk("begin_version", consultation.pk), {"copy": "1"})

    version = consultation.versions.get(number=2)
    assert answer["Location"] == desk("draft", version.pk)
    heavy = PURPOSE.replace("objektivat e politikës", "masat dhe afatet").replace("vitet e ardhshme", "muaj")
    edit_provision(provision=version.provisions.get(label="1"), by=None, label="1", words=words(heavy))
    remove_provision(provision=version.provisions.get(label="2"), by=None)
    pairs = desk("pairs", version.pk)
    doubtful = next(pair for pair in proposed_pairs(version) if pair.kind == "edited")
    name = "pair-{}-{}".format(*doubtful.key)
    assert name in as_coordinator.get(pairs).content.decode()
    assert as_coordinator.post(pairs, {}).status_code == 422
    gone = provision_of(consultation, "2").pk
    assert as_coordinator.post(pairs, {name: "yes", f"pair-{gone}-0": "99"}).status_code == 422
    assert as_coordinator.post(pairs, {name: "yes"}).status_code == 302
    publish = desk("publish_version", version.pk)
    assert as_coordinator.post(publish, {"changes_sq": "Po."}).status_code == 422
    assert as_coordinator.post(publish, CHANGES).status_code == 302
    assert ProvisionLineage.objects.get(earlier=doubtful.earlier).kind == "edited"
    assert as_coordinator.post(desk("drop_version", version.pk)).status_code == 302
    assert consultation.versions.count() == 2


@pytest.mark.parametrize("name", ["pairs", "publish_version"])
def test_others_do_not_come_near_the_next_draft(as_moderator, second, name):
    assert as_moderator.get(desk(name, second.pk)).status_code in {302, 403}


def test_search_finds_the_draft_that_stands(consultation, published):
    found = {entry.key for entry in Provisions().entries()}

    assert found == set(published.provisions.filter(kind="provision").values_list("pk", flat=True))


def test_a_heading_is_plain_text_in_the_comparison_too(client, consultation, published):
    """Headings are not cleaned as texts are: what looks like markup in them is shown, never obeyed."""
    Provision.objects.filter(version__consultation=consultation, kind="heading").update(heading_sq="<b>Kreu</b> a < b")

    shown = client.get(address("compare", 1, 1, 2) + "?show=all").content.decode()

    assert "&lt;b&gt;Kreu&lt;/b&gt; a &lt; b" in shown
    assert "<b>Kreu</b>" not in shown
