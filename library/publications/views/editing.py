"""The editors' forms in the admin: each calls a service, and shows a refusal on the form that caused it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.views.generic import CreateView, EditView, IndexView

from library.publications.policies import may_edit_library
from library.publications.records import Publication, PublicationFile, Relation
from library.publications.selectors import pages_ahead
from library.publications.services import (
    change_file,
    change_publication,
    keep_publication,
    publish_publication,
    relate,
    remove_file,
    remove_publication,
    unpublish_publication,
    unrelate,
)
from library.publications.services.keep_file import store_file
from library.publications.views.editors import (
    ConfirmDeed,
    PublishesRecord,
    RefusesGently,
    SpreadsRefusals,
    words_buttons,
)


class PublicationListView(IndexView):  # type: ignore[misc]
    def get_base_queryset(self) -> QuerySet[Publication]:
        return Publication.objects.select_related("institution").prefetch_related(pages_ahead(Publication))

    def get_list_more_buttons(self, instance: Publication) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        return [*words_buttons(instance), *buttons]


class StartPublicationView(SpreadsRefusals, CreateView):  # type: ignore[misc]
    """One form makes the record, both draft pages and, if it was given, the first file."""

    def save_instance(self) -> Publication:
        form = self.form
        publication = keep_publication(
            code=form.cleaned_data["code"],
            facts=form.facts,
            words=form.words,
            slugs=form.slugs,
            user=self.request.user,
        )
        if form.cleaned_data.get("upload"):
            language = form.cleaned_data["upload_language"]
            store_file(publication=publication, inspected=form.cleaned_data["upload"], language=language)
        return publication

    def get_success_url(self) -> str:
        return reverse("publication:edit", args=[self.object.pk])


class ChangePublicationView(PublishesRecord, SpreadsRefusals, EditView):  # type: ignore[misc]
    """Facts, titles and summaries; the longer text is edited on the pages."""

    def save_instance(self) -> Publication:
        publication = Publication.objects.get(pk=self.object.pk)
        return change_publication(
            publication=publication, facts=self.form.facts, words=self.form.words, user=self.request.user
        )


class RemovePublicationView(RefusesGently):
    def delete_action(self) -> None:
        remove_publication(publication=self.object, user=self.request.user)


class AttachFileView(SpreadsRefusals, CreateView):  # type: ignore[misc]
    def save_instance(self) -> PublicationFile:
        data = self.form.cleaned_data
        if not may_edit_library(self.request.user):
            raise PermissionDenied
        return store_file(publication=data["publication"], inspected=data["upload"], language=data["language"])


class ChangeFileView(SpreadsRefusals, EditView):  # type: ignore[misc]
    def save_instance(self) -> PublicationFile:
        data = self.form.cleaned_data
        file = PublicationFile.objects.get(pk=self.object.pk)
        change_file(file=file, name=data["name"], language=data["language"], user=self.request.user)
        return file


class RemoveFileView(RefusesGently):
    def delete_action(self) -> None:
        remove_file(file=self.object, user=self.request.user)


class RelateView(SpreadsRefusals, CreateView):  # type: ignore[misc]
    def save_instance(self) -> Relation:
        return _related(self.form, self.request.user)


class ChangeRelationView(SpreadsRefusals, EditView):  # type: ignore[misc]
    """Another verb or another end is another relation."""

    def save_instance(self) -> Relation:
        unrelate(relation=Relation.objects.get(pk=self.object.pk), user=self.request.user)
        return _related(self.form, self.request.user)


class UnrelateView(RefusesGently):
    def delete_action(self) -> None:
        unrelate(relation=self.object, user=self.request.user)


def _related(form: Any, user: Any) -> Relation:
    data = form.cleaned_data
    return relate(
        subject=data["subject"], verb=data["verb"], object=data["object"], is_verified=data["is_verified"], user=user
    )


class PublishView(ConfirmDeed):
    record_class = Publication
    back = "publication:edit"

    def carry_out(self, record: Publication, user: Any) -> None:
        publish_publication(publication=record, user=user)


class UnpublishView(ConfirmDeed):
    record_class = Publication
    back = "publication:edit"
    takes_down = True

    def carry_out(self, record: Publication, user: Any) -> None:
        unpublish_publication(publication=record, user=user)
