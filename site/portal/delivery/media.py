"""Uploaded pictures. The folder of uploads is never served as it lies: documents and files have views of their own."""

import mimetypes
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

PICTURES = {"image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"}
DEEDS = ("choose", "add", "change", "delete")


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """A rendition, if its collection is open to the reader; an original or a portrait, for the editors' screens."""
    rendition = (
        get_image_model().get_rendition_model().objects.select_related("image__collection").filter(file=name).first()
    )
    if rendition is None:
        refuse_unless(_is_for_an_editor(request.user, name))
        return _answer(name, shared=False)
    restrictions = rendition.image.collection.get_view_restrictions()
    if not restrictions:
        return _answer(name, shared=True)
    open_to_reader = all(restriction.accept_request(request) for restriction in restrictions)
    refuse_unless(open_to_reader or _may_work_with(request.user, rendition.image))
    return _answer(name, shared=False)


def refuse_unless(allowed: bool) -> None:
    """Refuse as if there were nothing: that a picture exists may be the secret."""
    if not allowed:
        raise Http404


def _is_for_an_editor(user: Any, name: str) -> bool:
    if not user.has_perm("wagtailadmin.access_admin"):
        return False
    if name.startswith("avatar_images/"):
        return True
    image = get_image_model().objects.filter(file=name).first()
    return image is not None and _may_work_with(user, image)


def _may_work_with(user: Any, image: Any) -> bool:
    permission_policy = policy_registry.get_by_type(get_image_model())
    return bool(permission_policy.user_has_any_permission_for_instance(user, DEEDS, image))


def _answer(name: str, *, shared: bool) -> HttpResponseBase:
    kind = mimetypes.guess_type(name)[0] or ""
    refuse_unless(kind in PICTURES and default_storage.exists(name))
    response = FileResponse(default_storage.open(name), content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if shared:
        patch_cache_control(response, public=True, max_age=600)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response
