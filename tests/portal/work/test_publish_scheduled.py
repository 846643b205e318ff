from datetime import timedelta

from django.utils import timezone

from portal.pages.models import StandardPage
from portal.work.publish import publish_scheduled


def a_page(home, **times):
    page = StandardPage(title="Njoftim", slug="njoftim", locale=home.locale, live=False, **times)
    home.add_child(instance=page)
    return page


def test_a_page_goes_live_when_its_time_has_come(home):
    page = a_page(home, go_live_at=timezone.now() - timedelta(minutes=1))
    page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))

    assert publish_scheduled() == 1

    page.refresh_from_db()
    assert page.live
    assert publish_scheduled() == 0


def test_a_page_whose_time_is_ahead_stays_a_draft(home):
    page = a_page(home)
    page.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))

    assert publish_scheduled() == 0

    page.refresh_from_db()
    assert not page.live


def test_a_page_goes_down_when_it_expires(home):
    page = a_page(home)
    page.save_revision().publish()
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    assert publish_scheduled() == 1

    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
    assert publish_scheduled() == 0
