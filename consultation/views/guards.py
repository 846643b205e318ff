"""Who may enter the staff's screens. What they may do there is asked again by each service."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase

from consultation.policies import may_coordinate, may_moderate, may_translate
from portal.accounts.errors import Refusal

View = Callable[..., HttpResponseBase]


def _only(allowed: Callable[[Any], bool]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not allowed(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


for_coordinators = _only(may_coordinate)
for_moderators = _only(may_moderate)
for_draft_editors = _only(lambda user: may_coordinate(user) or may_translate(user))
for_desk = _only(lambda user: may_coordinate(user) or may_moderate(user) or may_translate(user))


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, be it nothing; None where nothing was to be sent."""
    return request.POST if request.method == "POST" else None


def done(form: BaseForm, deed: Callable[[], object]) -> bool:
    """Do the deed of a valid form; what a service refuses becomes an error of the form, whose typing is kept."""
    try:
        deed()
    except ValidationError as refusal:
        spread(form, refusal)
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
    else:
        return True
    return False


def spread(form: BaseForm, refusal: ValidationError) -> None:
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
