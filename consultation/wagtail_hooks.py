from typing import Any

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from consultation.forms import ConsultationForm, StartConsultationForm
from consultation.policies import may_coordinate, may_moderate
from consultation.records import Consultation, HolidayOverride
from consultation.selectors import title_of
from consultation.views import (
    answering,
    asking,
    beside,
    desk,
    drafting,
    editing,
    entering,
    gathering,
    joining,
    law,
    moderating,
    reporting,
    versioning,
)

WORDS = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("title_sq"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("summary_sq"), FieldPanel("summary_en")]),
        FieldRowPanel([FieldPanel("slug_sq"), FieldPanel("slug_en")]),
    ],
    heading=_("Words"),
)
FACTS = [
    MultiFieldPanel(
        [
            FieldPanel("act_kind"),
            FieldRowPanel([FieldPanel("is_prior_notice"), FieldPanel("follows")]),
            FieldPanel("institution"),
            FieldPanel("review"),
            FieldRowPanel([FieldPanel("legal_basis_sq"), FieldPanel("legal_basis_en")]),
        ],
        heading=_("What is put out"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("working_days")]),
            FieldRowPanel([FieldPanel("is_informal"), FieldPanel("is_complex")]),
            FieldRowPanel([FieldPanel("english_due_on"), FieldPanel("answers_due_on")]),
        ],
        heading=_("Deadline"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("who_may_comment"), FieldPanel("moderation_moment")]),
            FieldPanel("licence"),
            FieldPanel("invited_categories"),
        ],
        heading=pgettext_lazy("consultation", "Taking part"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("contact_role_sq"), FieldPanel("contact_role_en")]),
            FieldPanel("contact_email"),
        ],
        heading=_("Contact"),
    ),
]


class ConsultationViewSet(ModelViewSet):
    """Consultations in the admin: one form to start, a desk for each. Nothing is copied or deleted here."""

    model = Consultation
    name = "consultation_desk"
    url_namespace = "consultation_desk"
    url_prefix = "consultations"
    icon = "comment"
    menu_label = _("Consultations")
    menu_order = 220
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = editing.ConsultationListView
    add_view_class = editing.StartConsultationView
    edit_view_class = editing.ChangeFactsView
    edit_handler = ObjectList(FACTS, base_form_class=ConsultationForm)
    list_filter = ["stage", "act_kind", "institution"]
    list_display = [
        TitleColumn("title", label=_("Title"), accessor=title_of, url_name="consultation_desk:desk"),
        Column("number", label=_("Number"), sort_key="number"),
        Column("get_stage_display", label=_("Stage")),
        DateColumn("opens_at", label=_("Opens"), sort_key="opens_at"),
        DateColumn("closes_at", label=_("Closes"), sort_key="closes_at"),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**kwargs) | {"delete_url_name": None}

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        panel = self._start_panel
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    @cached_property
    def _start_panel(self) -> ObjectList:
        return ObjectList(
            [WORDS, *FACTS, FieldPanel("coordinator")], base_form_class=StartConsultationForm
        ).bind_to_model(Consultation)

    def get_urlpatterns(self) -> list[Any]:
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name != "delete"),
            path("desk/<int:pk>/", desk.desk, name="desk"),
            path("desk/<int:pk>/announce/", desk.announce, name="announce"),
            path("desk/<int:pk>/extend/", desk.extend, name="extend"),
            path("desk/<int:pk>/cancel/", desk.cancel, name="cancel"),
            path("desk/<int:pk>/finish/", desk.finish_answers, name="finish_answers"),
            path("desk/<int:pk>/answers/", answering.answers, name="answers"),
            path("comments/<int:pk>/answer/", answering.answer, name="answer"),
            path("drafts/<int:pk>/", drafting.draft, name="draft"),
            path("drafts/<int:pk>/import/", drafting.import_document, name="import_document"),
            path("drafts/<int:pk>/import-english/", drafting.import_english_document, name="import_english"),
            path("drafts/<int:pk>/check-english/", drafting.check_all, name="check_english"),
            path("provisions/<int:pk>/arrange/<slug:deed>/", drafting.arrange, name="arrange"),
            path("drafts/<int:pk>/add/", drafting.add, name="add_provision"),
            path("provisions/<int:pk>/", drafting.edit, name="edit_provision"),
            path("provisions/<int:pk>/remove/", drafting.remove, name="remove_provision"),
            path("desk/<int:pk>/beside/", beside.beside, name="beside"),
            path("desk/<int:pk>/beside/add/<slug:kind>/", beside.add, name="add_beside"),
            path("beside/<slug:kind>/<int:pk>/", beside.edit, name="edit_beside"),
            path("beside/<slug:kind>/<int:pk>/remove/", beside.remove, name="remove_beside"),
            path("desk/<int:pk>/register-pack/", beside.pack, name="register_pack"),
            path("notices/<int:pk>/proof/", beside.proof, name="proof"),
            path("desk/<int:pk>/next-draft/", versioning.begin, name="begin_version"),
            path("drafts/<int:pk>/pairs/", versioning.pairs, name="pairs"),
            path("drafts/<int:pk>/publish/", versioning.publish, name="publish_version"),
            path("drafts/<int:pk>/give-up/", versioning.drop, name="drop_version"),
            path("desk/<int:pk>/hand-over/", beside.handing_over, name="hand_over"),
            path("desk/<int:pk>/contributions/", entering.contributions, name="contributions"),
            path("desk/<int:pk>/contributions/enter/", entering.enter, name="enter"),
            path("contributions/<int:pk>/", entering.contribution, name="contribution"),
            path("contributions/comments/<int:pk>/remove/", entering.remove, name="remove_entered"),
            path("desk/<int:pk>/matrix/", gathering.issues, name="issues"),
            path("desk/<int:pk>/matrix/gather/", gathering.gather, name="gather"),
            path("desk/<int:pk>/matrix/publish/", gathering.publish, name="publish_answers"),
            path("issues/<int:pk>/", gathering.issue, name="issue"),
            path("issues/<int:pk>/edit/", gathering.edit_issue, name="edit_issue"),
            path("issues/<int:pk>/note/", gathering.note, name="note"),
            path("issues/<int:pk>/remove/<int:comment>/", gathering.ungather, name="ungather"),
            path("desk/<int:pk>/report/", reporting.desk_report, name="report"),
            path("desk/<int:pk>/report/write/", reporting.write, name="write_report"),
            path("desk/<int:pk>/report/publish/", reporting.publish, name="publish_report"),
            path("desk/<int:pk>/report/<slug:kind>/", reporting.draft_file, name="report_draft"),
            path("desk/<int:pk>/dossier/", law.dossier, name="dossier"),
            path("desk/<int:pk>/adopted/", law.adopted, name="adopted"),
            path("yearly/", law.desk_yearly, name="yearly"),
            path("moderation/", moderating.queue, name="queue"),
            path("moderation/<int:pk>/accept/", moderating.accept, name="accept"),
            path("moderation/<int:pk>/hide/", moderating.hide, name="hide"),
            path("moderation/many/", moderating.decide_many, name="decide_many"),
            path("moderation/reports/", moderating.reports, name="reports"),
            path("moderation/<int:pk>/settle/", moderating.settle, name="settle_reports"),
            path("moderation/<int:pk>/part/", moderating.part, name="part"),
            path("moderation/<int:pk>/translate/", moderating.translate, name="translate_comment"),
            path("desk/<int:pk>/questions/", asking.questions, name="questions"),
            path("desk/<int:pk>/questions/add/", asking.add_question, name="add_question"),
            path("questions/<int:pk>/", asking.edit_question, name="edit_question"),
            path("questions/<int:pk>/remove/", asking.drop_question, name="remove_question"),
            path("desk/<int:pk>/invitations/", asking.invitations, name="invitations"),
            path("desk/<int:pk>/invitations/remind/", asking.remind, name="remind"),
            path("papers/<int:pk>/", joining.staff_paper, name="paper"),
        ]


class HolidayViewSet(ModelViewSet):
    """The table that mends the official calendar."""

    model = HolidayOverride
    name = "holiday_override"
    url_prefix = "holidays"
    icon = "calendar"
    menu_label = _("One-off days")
    menu_order = 225
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["day", "is_working", "name_sq", "name_en"]
    form_fields = ["day", "is_working", "name_sq", "name_en"]


class QueueMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return may_moderate(request.user)


class YearlyMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return may_coordinate(request.user)


@hooks.register("register_reports_menu_item")
def register_yearly() -> MenuItem:
    return YearlyMenuItem(
        _("Yearly figures of the law"), reverse("consultation_desk:yearly"), icon_name="list-ul", order=900
    )


@hooks.register("register_admin_viewset")
def register_consultations() -> list[ModelViewSet]:
    return [ConsultationViewSet(), HolidayViewSet()]


@hooks.register("register_admin_menu_item")
def register_queue() -> MenuItem:
    return QueueMenuItem(_("Moderation"), reverse("consultation_desk:queue"), icon_name="comment", order=221)
