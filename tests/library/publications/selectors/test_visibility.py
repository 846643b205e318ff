from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone
from wagtail.models import PageViewRestriction

from library.publications.selectors import visible_to
from library.publications.services import publish_publication, unpublish_publication
from portal.accounts.enums import Role


def source_page(publication):
    return publication.pages.get(locale__language_code="sq")


def restrict(page, kind, *groups):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="sesam")
    restriction.groups.set(groups)


def publish(publication):
    publish_publication(publication=publication)


def expire(publication):
    publish_publication(publication=publication)
    page = source_page(publication)
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))


def take_down(publication):
    publish_publication(publication=publication)
    unpublish_publication(publication=publication)


@pytest.mark.parametrize(
    ("moment", "seen"), [(lambda p: None, False), (publish, True), (expire, False), (take_down, False)]
)
@pytest.mark.parametrize("actor", [(), (Role.EDITOR,), (Role.TRANSLATOR,), (Role.MODERATOR,)])
def test_the_public_sees_what_is_out_and_editors_see_all(a_publication, somebody, actor, moment, seen):
    publication = a_publication(published=False)
    moment(publication)

    visible = visible_to(somebody(*actor)).exists()

    assert visible == (seen or actor in [(Role.EDITOR,), (Role.TRANSLATOR,)])


@pytest.mark.parametrize(
    ("kind", "member_sees"),
    [(PageViewRestriction.LOGIN, True), (PageViewRestriction.PASSWORD, False), (PageViewRestriction.GROUPS, False)],
)
def test_a_restricted_page_hides_its_publication(a_publication, somebody, kind, member_sees):
    publication = a_publication()
    restrict(source_page(publication), kind, Group.objects.create(name="a closed circle"))

    assert not visible_to(None).exists()
    assert not visible_to(AnonymousUser()).exists()
    assert visible_to(somebody()).exists() == member_sees


def test_the_right_group_passes(a_publication, somebody):
    publication, member = a_publication(), somebody()
    circle = Group.objects.create(name="a closed circle")
    member.groups.add(circle)

    restrict(source_page(publication), PageViewRestriction.GROUPS, circle)

    assert visible_to(member).get() == publication


def test_a_restriction_above_reaches_down_and_one_beside_does_not(a_publication, library):
    hidden, open_one = a_publication("hidden"), a_publication("open")
    restrict(source_page(hidden), PageViewRestriction.LOGIN)

    assert visible_to(None).get() == open_one

    restrict(library, PageViewRestriction.LOGIN)

    assert not visible_to(None).exists()
