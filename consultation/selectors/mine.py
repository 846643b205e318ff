"""What somebody sent, for themselves."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Prefetch, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from consultation.records import ConsultationComment, Contribution
from consultation.selectors.comments import public_answers_prefetch
from consultation.selectors.showing import target_name
from consultation.selectors.visibility import title_of
from portal.delivery.papers import Facts, Heading, Paper, Quote, Text
from portal.languages.enums import Language


def contributions_of(emails: Iterable[str]) -> list[Contribution]:
    """Confirmed contributions from these addresses, the latest first."""
    mine = Q()
    for email in emails:
        mine |= Q(participant__email__iexact=email)
    if not mine:
        return []
    comments = (
        ConsultationComment.objects.select_related("provision__version", "measure", "reply_to", "consultation")
        .prefetch_related(public_answers_prefetch())
        .order_by("number")
    )
    return list(
        Contribution.objects.filter(mine, confirmed_at__isnull=False)
        .select_related("consultation", "participant")
        .prefetch_related("consultation__pages__locale", Prefetch("comments", comments))
        .order_by("-sent_at", "-pk")
    )


def receipt_told(contribution: Contribution, language: Language) -> Paper:
    """The receipt for paper, in the reader's language; its words as they were typed, and no address."""
    sent_at = localtime(contribution.sent_at)
    facts = [
        (_("Receipt number"), contribution.receipt),
        (_("Consultation"), f"{contribution.consultation.number}: {title_of(contribution.consultation, language)}"),
        (_("Sent on"), date_format(sent_at, "DATETIME_FORMAT")),
        (_("Category"), str(contribution.category.name)),
    ]
    if contribution.organisation_name:
        facts.append((_("Organisation"), contribution.organisation_name))
    files = [f"{each.name} (SHA-256 {each.sha256})" for each in contribution.files.all()]
    if files:
        facts.append((_("Position paper"), "; ".join(files)))
    blocks: list[Facts | Heading | Quote | Text] = [Facts(tuple(facts))]
    comments = contribution.comments.select_related("provision", "measure", "reply_to").order_by("number")
    for comment in comments:
        blocks.append(Heading(target_name(comment)))
        blocks.append(Quote(comment.text, lang=comment.language))
        if comment.proposed_wording:
            blocks += [Text(_("The wording you propose")), Quote(comment.proposed_wording, lang=comment.language)]
        if comment.reason:
            blocks += [Text(_("Why")), Quote(comment.reason, lang=comment.language)]
    return Paper(
        title=_("Receipt %(receipt)s") % {"receipt": contribution.receipt},
        lang=language.value,
        blocks=tuple(blocks),
        author=settings.PORTAL_NAME[language],
    )
