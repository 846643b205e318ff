"""What an address stands for, if this reader may see it."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from consultation.records import Consultation, ConsultationComment, Provision
from consultation.selectors import page_of, visible_to
from consultation.selectors.reading import list_url


def consultation_or_404(request: HttpRequest, number: int) -> Consultation:
    """Strangers' answers can be shared, so the reader is asked for only where a stranger would find nothing."""
    found = _read(None).filter(number=number).first() or _read(request.user).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _read(user: Any) -> QuerySet[Consultation]:
    return visible_to(user).select_related("institution").prefetch_related("pages__locale")


def provision_or_404(consultation: Consultation, version: int, anchor: str) -> Provision:
    """A section is the provision that is its heading."""
    shown = Q(version__number=1) | Q(version__published_at__isnull=False)
    return get_object_or_404(
        Provision.objects.filter(shown).select_related("version"),
        version__consultation=consultation,
        version__number=version,
        anchor=anchor,
    )


def published_or_404(consultation: Consultation, number: int) -> ConsultationComment:
    """A comment that can be replied to and supported: public, and no reply itself."""
    return get_object_or_404(
        ConsultationComment.objects.published().select_related(
            "consultation", "contribution__category", "contribution__participant", "provision__version", "measure"
        ),
        consultation=consultation,
        number=number,
        reply_to=None,
    )


def frame(consultation: Consultation, *trail: tuple[str, str]) -> dict[str, Any]:
    """What every page of a record shows round its own: the example mark, the title, where it stands."""
    page = page_of(consultation)
    home = reverse("consultation:consultation", args=[consultation.number])
    steps = [
        (_("Consultations"), list_url()),
        (page.title if page else "", home),
        *trail,
    ]
    return {
        "consultation": consultation,
        "consultation_title": page.title if page else "",
        "consultation_url": home,
        "is_example": consultation.is_example,
        "trail": [{"name": name, "url": url} for name, url in steps],
    }
