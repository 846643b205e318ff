import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from portal.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return get_image_model().objects.create(title="Harta", file=get_test_image_file())


@pytest.fixture
def private_image(image):
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    image.collection = collection
    image.save()
    return image


@pytest.fixture
def member():
    return User.objects.create_user("anetar@example.al")


@pytest.fixture
def editor():
    editor = User.objects.create_user("redaktor@example.al")
    group = Group.objects.create(name="picture editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupCollectionPermission.objects.create(
        group=group,
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(codename="change_image"),
    )
    editor.groups.add(group)
    return editor


def test_anybody_sees_the_picture_of_an_open_collection(client, image):
    response = client.get(image.get_rendition("max-10x10").url)

    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_picture_of_a_private_collection_is_not_there_for_a_stranger(client, private_image):
    assert client.get(private_image.get_rendition("max-10x10").url).status_code == 404


def test_the_picture_of_a_private_collection_is_there_for_whom_it_is_open(client, private_image, member):
    client.force_login(member)

    response = client.get(private_image.get_rendition("max-10x10").url)

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("who", "status"), [(None, 404), ("member", 404), ("editor", 200)])
def test_originals_are_for_editors(client, image, who, status, request):
    if who:
        client.force_login(request.getfixturevalue(who))

    assert client.get(image.file.url).status_code == status


@pytest.mark.parametrize(
    "name", ["documents/letter.pdf", "original_images/evil.svg", "../portal.sqlite3", "%2e%2e/secret_key"]
)
def test_nothing_else_of_the_folder_is_served(client, image, editor, name):
    storage = image.file.storage
    for file in ("documents/letter.pdf", "original_images/evil.svg"):
        storage.save(file, ContentFile(b"<svg/>"))
    client.force_login(editor)

    assert client.get(f"/media/{name}").status_code == 404
