"""The secretariat's screens: each calls a service, and shows a refusal on the form that caused it."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.views.generic import CreateView, EditView, IndexView

from library.publications.selectors import pages_ahead
from library.publications.views.editors import (
    AddsPart,
    ChangesPart,
    ConfirmDeed,
    PublishesRecord,
    RefusesGently,
    RemovesPart,
    SpreadsRefusals,
    words_buttons,
)
from library.reviews.records import Review
from library.reviews.services import (
    ReviewDraft,
    change_review,
    keep_part,
    keep_review,
    publish_review,
    remove_part,
    remove_review,
    unpublish_review,
)


class ReviewListView(IndexView):  # type: ignore[misc]
    def get_base_queryset(self) -> QuerySet[Review]:
        return Review.objects.prefetch_related(pages_ahead(Review))

    def get_list_more_buttons(self, instance: Review) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        return [*words_buttons(instance), *buttons]


class StartReviewView(SpreadsRefusals, CreateView):  # type: ignore[misc]
    """One form makes the record and both draft pages."""

    def save_instance(self) -> Review:
        form = self.form
        draft = ReviewDraft(facts=form.facts)
        code = form.cleaned_data["code"]
        return keep_review(code=code, draft=draft, words=form.words, slugs=form.slugs, user=self.request.user)

    def get_success_url(self) -> str:
        return reverse("review:edit", args=[self.object.pk])


class ChangeReviewView(PublishesRecord, SpreadsRefusals, EditView):  # type: ignore[misc]
    def save_instance(self) -> Review:
        review = Review.objects.get(pk=self.object.pk)
        return change_review(review=review, facts=self.form.facts, words=self.form.words, user=self.request.user)


class RemoveReviewView(RefusesGently):
    def delete_action(self) -> None:
        remove_review(review=self.object, user=self.request.user)


class PublishView(ConfirmDeed):
    record_class = Review
    back = "review:edit"

    def carry_out(self, record: Review, user: Any) -> None:
        publish_review(review=record, user=user)


class UnpublishView(ConfirmDeed):
    record_class = Review
    back = "review:edit"
    takes_down = True

    def carry_out(self, record: Review, user: Any) -> None:
        unpublish_review(review=record, user=user)


class AddPartView(AddsPart):
    keep = staticmethod(keep_part)


class ChangePartView(ChangesPart):
    keep = staticmethod(keep_part)


class RemovePartView(RemovesPart):
    remove = staticmethod(remove_part)
