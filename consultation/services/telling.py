"""Whom a deed concerns besides the reader: search and the author of a comment."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import override

from consultation.records import Consultation, ConsultationComment, Contribution, Provision
from consultation.selectors import title_of
from consultation.selectors.showing import target_name
from portal.languages.enums import Language
from portal.notifications.services import queue_letter
from portal.search.services import queue_reindex


def tell_search(consultation: Consultation) -> None:
    """Everything that can be found of a consultation is read anew."""
    queue_reindex("consultation", consultation.pk)
    queue_reindex(
        "provision", *Provision.objects.filter(version__consultation=consultation).values_list("pk", flat=True)
    )
    queue_reindex(
        "comment", *ConsultationComment.objects.filter(consultation=consultation).values_list("pk", flat=True)
    )


def write_to_author(
    letter: str, contribution: Contribution, *, key: object, context: Mapping[str, Any], holds_secret: bool = True
) -> None:
    """Queue a letter to whoever sent a contribution; nobody is written to once the person was erased."""
    participant = contribution.participant
    if participant is None:
        return
    consultation = contribution.consultation
    queue_letter(
        f"consultation/{letter}",
        to=participant.email,
        language=contribution.language,
        occasion=f"consultation/{letter}:{key}",
        context={
            "number": consultation.number,
            "titles": {language.value: title_of(consultation, language) for language in Language},
            "receipt": contribution.receipt,
            "closes_at": consultation.closes_at,
            "confirm_until": consultation.confirm_until,
            "is_example": consultation.is_example,
            **context,
        },
        holds_secret=holds_secret,
    )


def _named_in(comment: ConsultationComment, language: Language) -> str:
    with override(language):
        return target_name(comment)


def comment_words(comment: ConsultationComment) -> dict[str, Any]:
    """What letters quote of a comment."""
    return {
        "comment_number": comment.number,
        "text": comment.text,
        "on": {language.value: _named_in(comment, language) for language in Language},
        "provision_label": comment.provision.label if comment.provision else "",
        "is_on_whole": comment.is_on_whole,
    }
