import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.home.pages import HomePage
from portal.languages.records import GlossaryTerm

pytestmark = pytest.mark.django_db


def a_user(*deeds: str, email: str = "translator@example.al"):
    """Someone with these page permissions below both front pages."""
    group = Group.objects.create(name=email)
    for codename in ("access_admin", "submit_translation"):
        group.permissions.add(Permission.objects.get(codename=codename))
    for home in HomePage.objects.all():
        for deed in deeds:
            GroupPagePermission.objects.create(
                group=group, page=home, permission=Permission.objects.get(codename=deed, content_type__model="page")
            )
    user = get_user_model().objects.create(email=email)
    user.groups.add(group)
    return user


def test_translators_see_what_waits_for_them(client, untranslated, english):
    client.force_login(a_user("change_page"))

    html = client.get(reverse("translations_to_do")).content.decode()

    assert "Seminari" in html
    assert reverse("wagtailadmin_pages:edit", args=[english(untranslated).pk]) in html


def test_someone_who_may_change_nothing_sees_nothing_to_do(client, untranslated):
    client.force_login(a_user())

    assert "Seminari" not in client.get(reverse("translations_to_do")).content.decode()


def test_a_visitor_is_sent_to_the_door(client, home):
    assert client.get(reverse("translations_to_do")).status_code == 302


def test_half_a_translation_is_not_published(client, page, english, rewrite):
    rewrite(page, title="Rregullat e reja")
    client.force_login(a_user("change_page", "publish_page"))

    client.post(reverse("wagtailadmin_pages:edit", args=[english(page).pk]), {"action": "publish"})

    assert english(page).title == "Rules"


def test_a_whole_translation_is_published(client, untranslated, english, django_capture_on_commit_callbacks):
    segment = StringSegment.objects.get(source__object_id=untranslated.translation_key)
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=Locale.objects.get(language_code="en"),
        data="Workshop",
    )
    client.force_login(a_user("change_page", "publish_page"))

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailadmin_pages:edit", args=[english(untranslated).pk]), {"action": "publish"})

    assert english(untranslated).title == "Workshop"
    assert english(untranslated).live


@pytest.mark.parametrize(("deeds", "is_cut"), [(["change_page"], False), (["change_page", "publish_page"], True)])
def test_only_who_may_publish_the_albanian_may_cut_the_english_from_it(client, page, deeds, is_cut):
    translation = Translation.objects.get(source__object_id=page.translation_key)
    client.force_login(a_user(*deeds))

    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))

    translation.refresh_from_db()
    assert translation.enabled is not is_cut


def test_a_translator_does_not_put_the_albanian_in_the_place_of_the_english(client, page, english):
    client.force_login(a_user("change_page"))

    client.post(reverse("wagtail_localize:convert_to_alias", args=[english(page).pk]))

    assert english(page).alias_of is None


def test_the_glossary_stands_beside_the_two_columns(client, page, english):
    GlossaryTerm.objects.create(code="comment", term_sq="koment", term_en="comment", is_verified=True)
    client.force_login(a_user("change_page"))

    html = client.get(reverse("wagtailadmin_pages:edit", args=[english(page).pk])).content.decode()

    assert '<td lang="sq">koment</td>' in html


def test_editors_work_in_albanian(client, home):
    client.force_login(a_user("change_page"))

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert '<html lang="sq"' in html
    assert "Kaloni te përmbajtja" in html
    assert "Zhvendosni lart" in client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
