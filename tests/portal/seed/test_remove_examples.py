"""One command removes all that is invented and nothing else."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page
from wagtail_localize.models import TranslatableObject

from consultation.models import Consultation
from events.models import Event
from events.services import RegistrationEntry, register
from library.publications.models import Publication
from library.strategy.models import Strategy
from portal.accounts.models import Participant, User
from portal.home.pages import NewsPage
from portal.languages.enums import Language
from portal.languages.models import GlossaryTerm
from portal.seed.content_files import content
from portal.stakeholders.models import Institution, StakeholderCategory
from tests.security.fingerprint import changed, fingerprint

pytestmark = pytest.mark.usefixtures("data_dir")


def remove(*options: str) -> str:
    said = StringIO()
    call_command("remove_examples", *options, stdout=said)
    return said.getvalue()


def marked_as_examples() -> dict[str, int]:
    """How many rows of each model, the search entries among them, say that they are examples."""
    models: list[Any] = [
        model for model in apps.get_models() if any(f.name == "is_example" for f in model._meta.concrete_fields)
    ]
    counts = {model._meta.label: model._default_manager.filter(is_example=True).count() for model in models}
    return {label: count for label, count in counts.items() if count}


def test_afterwards_nothing_is_left_that_says_it_is_an_example() -> None:
    assert len(marked_as_examples()) > 5

    remove("--yes")

    assert marked_as_examples() == {}
    assert not Participant.objects.exists()


def test_real_content_is_whole() -> None:
    pages = Page.objects.live().filter(depth__gt=1).count()
    # Two consultations, two events, one review, one strategy, two publications and two pieces of news, in two languages.
    of_examples = 2 * 10

    remove("--yes")

    real = [row for row in content("publications")["publications"] if not row["example"]]
    institutions = [row for row in content("institutions")["institutions"] if not row["example"]]
    assert Publication.objects.count() == len(real)
    assert Institution.objects.count() == len(institutions)
    assert list(Strategy.objects.values_list("code", flat=True)) == ["nsm-2019-2022"]
    assert GlossaryTerm.objects.exists()
    assert Page.objects.live().filter(depth__gt=1).count() == pages - of_examples


def test_no_translation_data_of_their_pages_is_left() -> None:
    remove("--yes")

    keys = set(Page.objects.values_list("translation_key", flat=True))
    assert not TranslatableObject.objects.exclude(translation_key__in=keys).exists()


def test_a_visitors_registration_goes_with_the_event() -> None:
    entry = RegistrationEntry(
        email="lexues@shembull.al",
        name="Lexues",
        category=StakeholderCategory.objects.get(code="academia"),
        language=Language.ALBANIAN,
    )
    register(event=Event.objects.get(code="workshop"), entry=entry)

    remove("--yes")

    assert not Event.objects.exists()
    assert not Participant.objects.exists()


def test_without_yes_nothing_is_removed() -> None:
    before = fingerprint()

    with pytest.raises(CommandError, match="--yes"):
        remove()

    assert changed(before, fingerprint()) == set()


def test_where_something_real_points_to_an_example_nothing_is_removed() -> None:
    Publication.objects.filter(code="law-79-2021").update(
        institution=Institution.objects.filter(is_example=True).first()
    )
    before = fingerprint()

    with pytest.raises(CommandError, match="Nothing was removed"):
        remove("--yes")

    assert changed(before, fingerprint()) == set()


def test_accounts_go_only_when_it_is_said() -> None:
    remove("--yes")
    assert User.objects.filter(email__endswith="@example.al").count() == 7

    remove("--yes", "--accounts")
    assert not User.objects.exists()


def test_the_next_start_does_not_bring_them_back(data_dir: Path) -> None:
    remove("--yes")

    call_command("load_content", stdout=StringIO())

    assert (data_dir / "examples_removed").exists()
    assert marked_as_examples() == {}


def test_they_come_back_when_they_are_asked_for(data_dir: Path) -> None:
    remove("--yes")

    call_command("load_content", "--examples", stdout=StringIO())

    assert not (data_dir / "examples_removed").exists()
    assert Consultation.objects.filter(is_example=True).count() == 2
    assert NewsPage.objects.filter(is_example=True, live=True).count() == 4
