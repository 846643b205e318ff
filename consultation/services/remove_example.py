from django.db import transaction
from wagtail.models import Page

from consultation.errors import NotAnExample
from consultation.records import Consultation, ConsultationComment, Contribution
from consultation.services.lay_ready import forget_files
from consultation.services.telling import tell_search
from portal.accounts.models import Participant
from portal.delivery.generation import raise_generation


@transaction.atomic
def remove_example(*, consultation: Consultation) -> None:
    """Delete an example consultation with its pages, drafts, comments and the addresses that were typed into it."""
    if not consultation.is_example:
        raise NotAnExample
    tell_search(consultation)
    contributions = Contribution.objects.filter(consultation=consultation)
    participants = list(contributions.exclude(participant=None).values_list("participant_id", flat=True))
    # What protects what it stands on goes first: answers, replies, clippings.
    consultation.issues.all().delete()
    comments = ConsultationComment.objects.filter(consultation=consultation)
    comments.filter(reply_to__isnull=False).delete()
    comments.update(paper=None, paper_page=None)
    contributions.delete()
    Participant.objects.filter(pk__in=participants).delete()
    for page in Page.objects.filter(pk__in=consultation.pages.values_list("pk", flat=True)).specific():
        page.delete()
    forget_files(consultation)
    consultation.delete()
    raise_generation()
