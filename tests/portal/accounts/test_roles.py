import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from portal.accounts.enums import Role
from portal.accounts.permissions import DOORS, Doors
from portal.accounts.services import create_staff, sync_roles


def test_every_role_stands_in_the_table():
    assert set(DOORS) == set(Role)


def test_every_name_in_the_table_is_of_something_that_exists(home):
    missing = [name for name in sync_roles() if not is_page_class(name)]

    assert missing == []


def is_page_class(name):
    """Index pages are planted by their rooms; here it is enough that the class exists."""
    return not name.islower() and issubclass(apps.get_model(name), Page)


def test_a_name_of_nothing_is_told_and_stops_nobody(home, monkeypatch):
    monkeypatch.setitem(
        DOORS, Role.ANALYST, Doors(models=("x.view_y", "events.view_event"), pages={"x.Y": ("add_page",)})
    )

    assert {"x.view_y", "x.Y"} <= set(sync_roles())
    assert Group.objects.get(name=Role.ANALYST).permissions.count() == 1


def test_syncing_twice_changes_nothing(home):
    sync_roles()
    held = sorted(GroupPagePermission.objects.values_list("group__name", "page_id", "permission__codename"))

    sync_roles()

    assert sorted(GroupPagePermission.objects.values_list("group__name", "page_id", "permission__codename")) == held


def test_what_is_not_in_the_table_is_taken_away(home):
    sync_roles()
    group = Group.objects.get(name=Role.DOOR_HELPER)
    group.permissions.add(Group.objects.get(name=Role.EDITOR).permissions.get(codename="access_admin"))

    sync_roles()

    assert not group.permissions.filter(codename="access_admin").exists()


def test_wagtails_own_all_powerful_groups_go(home):
    sync_roles()

    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()


def test_an_editor_may_publish_in_both_languages_and_a_translator_may_not(home):
    sync_roles()
    english = home.get_translations().get()
    editor = create_staff(email="redaktor@example.al", roles=[Role.EDITOR], password="gjatë-mjaftueshëm")
    translator = create_staff(email="perkthyes@example.al", roles=[Role.TRANSLATOR], password="gjatë-mjaftueshëm")

    for page in (home, english):
        assert page.permissions_for_user(editor).can_publish()
        assert page.permissions_for_user(translator).can_edit()
        assert not page.permissions_for_user(translator).can_publish()


@pytest.mark.parametrize(("role", "kinds"), [(Role.EDITOR, 6), (Role.TRANSLATOR, 2), (Role.MODERATOR, 0)])
def test_files_open_to_those_who_work_with_them(home, role, kinds):
    sync_roles()

    held = GroupCollectionPermission.objects.filter(group__name=role, collection=Collection.get_first_root_node())
    assert held.count() == kinds
