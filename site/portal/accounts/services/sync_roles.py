from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from portal.accounts.permissions import DOORS, HOME, Doors

DEEDS = ("add", "change", "view", "delete")
WAGTAIL_GROUPS = ("Editors", "Moderators")


@transaction.atomic
def sync_roles() -> list[str]:
    """Make the groups of all roles hold exactly what the table says; return the names in it that do not exist (yet).

    The groups that Wagtail's migrations leave behind go, unless somebody is in them: they may do everything everywhere.
    """
    missing: list[str] = []
    for role, doors in DOORS.items():
        group, _is_new = Group.objects.get_or_create(name=role.value)
        missing += _sync_models(group, doors)
        missing += _sync_pages(group, doors)
        _sync_files(group, doors)
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user__isnull=True).delete()
    return sorted(set(missing))


def _sync_models(group: Group, doors: Doors) -> list[str]:
    wanted = {name: find_permission(name) for name in doors.models}
    group.permissions.set([permission for permission in wanted.values() if permission is not None])
    return [name for name, permission in wanted.items() if permission is None]


def find_permission(name: str) -> Permission | None:
    """By `app_label.codename`; those of no model of their own (`wagtailadmin.access_admin`) too.

    Django keeps the permissions of a model that is no more: those count as missing.
    """
    app_label, _, codename = name.partition(".")
    deed, _, model = codename.partition("_")
    if deed in DEEDS and model not in apps.all_models[app_label]:
        return None
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename).first()


def _sync_pages(group: Group, doors: Doors) -> list[str]:
    wanted: set[tuple[int, int]] = set()
    missing = []
    for beginning, codenames in doors.pages.items():
        pages = _beginnings(beginning)
        if not pages:
            missing.append(beginning)
        for codename in codenames:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            wanted |= {(page.pk, permission.pk) for page in pages}
    held = set(GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission_id"))
    for page_id, permission_id in held - wanted:
        GroupPagePermission.objects.filter(group=group, page_id=page_id, permission_id=permission_id).delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page_id, permission_id=permission_id)
        for page_id, permission_id in sorted(wanted - held)
    )
    return missing


def _beginnings(name: str) -> list[Page]:
    if name == HOME:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        return list(site.root_page.get_translations(inclusive=True)) if site else []
    try:
        model = apps.get_model(name)
    except LookupError:
        return []
    return list(Page.objects.filter(content_type=ContentType.objects.get_for_model(model)))


def _sync_files(group: Group, doors: Doors) -> None:
    root = Collection.get_first_root_node()
    wanted = Permission.objects.filter(
        content_type__app_label__in=("wagtaildocs", "wagtailimages"),
        codename__in=[f"{deed}_{kind}" for deed in doors.files for kind in ("document", "image")],
    )
    held = GroupCollectionPermission.objects.filter(group=group, collection=root)
    held.exclude(permission__in=wanted).delete()
    already = set(held.values_list("permission_id", flat=True))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root, permission=permission)
        for permission in wanted
        if permission.pk not in already
    )
