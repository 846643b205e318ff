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
from library.strategy.records import Strategy
from library.strategy.services import (
    StrategyDraft,
    change_strategy,
    keep_part,
    keep_strategy,
    publish_strategy,
    remove_part,
    remove_strategy,
    unpublish_strategy,
)


class StrategyListView(IndexView):  # type: ignore[misc]
    def get_base_queryset(self) -> QuerySet[Strategy]:
        return Strategy.objects.prefetch_related(pages_ahead(Strategy))

    def get_list_more_buttons(self, instance: Strategy) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        return [*words_buttons(instance), *buttons]


class StartStrategyView(SpreadsRefusals, CreateView):  # type: ignore[misc]
    """One form makes the record and both draft pages."""

    def save_instance(self) -> Strategy:
        form = self.form
        draft = StrategyDraft(facts=form.facts)
        code = form.cleaned_data["code"]
        return keep_strategy(code=code, draft=draft, words=form.words, slugs=form.slugs, user=self.request.user)

    def get_success_url(self) -> str:
        return reverse("followed_strategy:edit", args=[self.object.pk])


class ChangeStrategyView(PublishesRecord, SpreadsRefusals, EditView):  # type: ignore[misc]
    def save_instance(self) -> Strategy:
        strategy = Strategy.objects.get(pk=self.object.pk)
        return change_strategy(strategy=strategy, facts=self.form.facts, words=self.form.words, user=self.request.user)


class RemoveStrategyView(RefusesGently):
    def delete_action(self) -> None:
        remove_strategy(strategy=self.object, user=self.request.user)


class PublishView(ConfirmDeed):
    record_class = Strategy
    back = "followed_strategy:edit"

    def carry_out(self, record: Strategy, user: Any) -> None:
        publish_strategy(strategy=record, user=user)


class UnpublishView(ConfirmDeed):
    record_class = Strategy
    back = "followed_strategy:edit"
    takes_down = True

    def carry_out(self, record: Strategy, user: Any) -> None:
        unpublish_strategy(strategy=record, user=user)


class AddPartView(AddsPart):
    keep = staticmethod(keep_part)


class ChangePartView(ChangesPart):
    keep = staticmethod(keep_part)


class RemovePartView(RemovesPart):
    remove = staticmethod(remove_part)
