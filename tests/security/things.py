"""Something behind each parameter of an address: keys of rows that are there, so that a refusal is no "not found"."""

from typing import Any

from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site
from wagtail_localize.models import Translation, TranslationSource

from portal.pages.models import StandardPage
from tests.security.rooms import things_of_rooms

NOWHERE = 999_999


def make_things() -> dict[str, Any]:
    """Rows for Wagtail's own doors, and the first of each kind that the content brings."""
    site = Site.objects.get(is_default_site=True)
    page = StandardPage.objects.filter(locale__language_code="sq").order_by("pk").first()
    revision = page.save_revision()
    other = page.save_revision()
    document = get_document_model().objects.create(title="Letër", file=ContentFile(b"%PDF-1.4", name="leter.pdf"))
    image = get_image_model().objects.create(title="Hartë", file=get_test_image_file())
    collection = Collection.get_first_root_node().add_child(name="Koleksion")
    translation = Translation.objects.order_by("pk").first()
    return {
        **_of_wagtail(page, site),
        **things_of_rooms(),
        "revision_id": revision.pk,
        "revision_id_a": revision.pk,
        "revision_id_b": other.pk,
        "document_id": document.pk,
        "doc_id": document.pk,
        "wagtaildocs_chooser:pk": document.pk,
        "wagtailadmin_api:documents:pk": document.pk,
        "wagtaildocs_serve:1": document.pk,
        "wagtaildocs_serve:2": document.filename,
        "image_id": image.pk,
        "wagtailimages_chooser:pk": image.pk,
        "wagtailadmin_api:images:pk": image.pk,
        "picture:name": image.get_rendition("max-10x10").file.name,
        "collection_id": collection.pk,
        "redirect_id": Redirect.objects.create(old_path="/old", redirect_link="/sq/").pk,
        "restriction_id": CollectionViewRestriction.objects.create(
            collection=collection, restriction_type="password", password="something"
        ).pk,
        "page_view_restriction_id": PageViewRestriction.objects.create(
            page=page.add_child(instance=StandardPage(title="E ruajtur", slug="e-ruajtur")),
            restriction_type="login",
        ).pk,
        "translation_id": translation.pk,
        "translation_source_id": TranslationSource.objects.order_by("pk").first().pk,
    }


def _of_wagtail(page: StandardPage, site: Site) -> dict[str, Any]:
    return {
        "page_id": page.pk,
        "page_pk": page.pk,
        "parent_page_id": site.root_page_id,
        "page_to_move_id": page.pk,
        "destination_id": site.root_page_id,
        "wagtailadmin_pages:pk": page.pk,
        "wagtailadmin_api:pages:pk": page.pk,
        "content_type_app_name": "pages",
        "content_type_model_name": "standardpage",
        "app_label": "wagtailcore",
        "app_name": "wagtailcore",
        "model_name": "page",
        "object_id": page.pk,
        "action": "publish",
        "action_name": "copy",
        "mode": "default",
        "filter_spec": "max-10x10",
        "admin/test404/": "/admin/test404/",
        "admin/^.*/$": "/admin/nothing/there/",
        "admin/localize/translate/<int:translation_id>/disable/": f"/admin/localize/translate/{NOWHERE}/disable/",
        "admin/localize/page/<int:page_id>/convert_to_alias/": f"/admin/localize/page/{page.pk}/convert_to_alias/",
        "wagtail_serve:1": "rreth-projektit/",
        "wagtail_serve_with_locale:1": "",
        # Rows that the content does not bring: what is behind these doors is not there for anybody.
        "task_id": NOWHERE,
        "task_state_id": NOWHERE,
        "workflow_pk": NOWHERE,
        "workflow_state_id": NOWHERE,
        "session_id": NOWHERE,
        "uploaded_file_id": NOWHERE,
        "string_segment_id": NOWHERE,
        "overridable_segment_id": NOWHERE,
        "uidb36": "1",
        "uidb64": "MQ",
        "key": "none",
        "token": "none",
        "rest": "none",
        "pk": NOWHERE,
    }
