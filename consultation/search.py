"""What of this room can be found: consultations, their provisions, published comments."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from consultation.pages import ConsultationPage
from consultation.records import ConsultationComment, Provision
from consultation.selectors import title_of, visible_comments, visible_to
from consultation.selectors.showing import comment_url, provision_name
from consultation.selectors.versions import standing_provisions
from consultation.working_days import day_of
from portal.languages.enums import Language
from portal.search.searchable import SearchEntry


class Consultations:
    kind = "consultation"
    label = _("Consultations")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        consultations = visible_to(None).select_related("institution").prefetch_related("pages__locale")
        for consultation in _chosen(consultations, keys):
            for page in consultation.pages.all():
                if not page.live:
                    continue
                language = Language(page.locale.language_code)
                with override(language):
                    yield SearchEntry(
                        key=consultation.pk,
                        language=language.value,
                        title=page.title,
                        text=strip_tags(f"{page.summary} {page.body}"),
                        url=reverse("consultation:consultation", args=[consultation.number]),
                        date=day_of(consultation.opens_at),
                        institution=consultation.institution.code,
                        is_example=consultation.is_example,
                    )

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        return [page.consultation_id] if isinstance(page, ConsultationPage) else []


class Provisions:
    kind = "provision"
    label = _("Provisions")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        provisions = (
            standing_provisions(visible_to(None))
            .filter(kind="provision")
            .select_related("version__consultation__institution")
            .prefetch_related("version__consultation__pages__locale")
        )
        for provision in _chosen(provisions, keys):
            consultation = provision.version.consultation
            for language in Language:
                text = getattr(provision, f"text_{language}")
                if not text:
                    continue
                with override(language):
                    yield SearchEntry(
                        key=provision.pk,
                        language=language.value,
                        title=f"{provision_name(provision)}, {title_of(consultation)}",
                        text=strip_tags(text.replace("<", " <")),
                        url=reverse(
                            "consultation:provision",
                            args=[consultation.number, provision.version.number, provision.anchor],
                        ),
                        date=day_of(consultation.opens_at),
                        institution=consultation.institution.code,
                        is_example=consultation.is_example,
                    )

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        provisions = standing_provisions(visible_to(user)).filter(pk__in=list(keys))
        return set(provisions.values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        if not isinstance(page, ConsultationPage):
            return []
        return Provision.objects.filter(version__consultation=page.consultation_id).values_list("pk", flat=True)


class Comments:
    """In the language they were written in; a third language stands with the Albanian entries."""

    kind = "comment"
    label = _("Comments")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        for comment in _chosen(visible_comments(None), keys):
            code = comment.language.partition("-")[0]
            language = Language(code) if code in Language.values else Language.ALBANIAN
            with override(language):
                yield SearchEntry(
                    key=comment.pk,
                    language=language.value,
                    title=_title(comment),
                    text=f"{comment.text} {comment.proposed_wording}",
                    url=comment_url(comment),
                    date=day_of(comment.contribution.sent_at),
                    institution=comment.consultation.institution.code,
                    category=comment.contribution.category.top.code,
                    is_example=comment.consultation.is_example,
                )

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(visible_comments(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        if not isinstance(page, ConsultationPage):
            return []
        return ConsultationComment.objects.filter(consultation=page.consultation_id).values_list("pk", flat=True)


def _title(comment: ConsultationComment) -> str:
    name = str(_("Comment %(number)s")) % {"number": comment.number}
    return f"{name}, {provision_name(comment.provision)}" if comment.provision else name


def _chosen(rows: Any, keys: Iterable[int] | None) -> Iterator[Any]:
    rows = rows if keys is None else rows.filter(pk__in=list(keys))
    yield from rows.order_by("pk").iterator(chunk_size=500)


SEARCHABLES = (Consultations(), Provisions(), Comments())
