"""Whoever links to a page chooses among what they may read."""

import pytest
from django.urls import reverse

from portal.pages.models import StandardPage
from tests.security.cast import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(home):
    page = StandardPage(title="Skicë e fshehtë", slug="skice", locale=home.locale, live=False)
    home.add_child(instance=page)
    return page


@pytest.fixture
def public(home):
    page = StandardPage(title="Faqe e hapur", slug="e-hapur", locale=home.locale)
    home.add_child(instance=page)
    return page


def shown_to(who, home):
    answer = client_of(who).get(reverse("wagtailadmin_choose_page_child", args=[home.pk]))
    return answer.json()["html"] if answer.status_code == 200 else None


def test_an_editor_chooses_among_drafts_too(home, draft, public):
    shown = shown_to("editor", home)

    assert draft.title in shown
    assert public.title in shown


def test_an_organiser_chooses_among_public_pages(home, draft, public):
    shown = shown_to("organiser", home)

    assert draft.title not in shown
    assert public.title in shown


def test_who_edits_no_page_chooses_none(home, draft, public):
    assert shown_to("focal_point", home) is None
