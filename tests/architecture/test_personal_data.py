"""Every field that could say something about a person is somebody's to show and to erase, or is declared harmless here.

A new model or field fails until it is decided. Numbers, times, yes-or-no and links to things are not asked about.
"""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from portal.accounts.holdings import all_holders
from portal.accounts.models import Participant, User

# Written by editors for everybody to read, or kept for the machinery: nothing in them is about a visitor. Addresses among
# them are offices' own.
PUBLIC_OR_MACHINERY = {
    *("home.HomePage", "home.NewsIndexPage", "home.NewsPage", "home.GlossaryPage", "home.ContactPage"),
    *("events.Event", "events.CategoryQuota", "events.ProgrammeItem", "events.EventIndexPage", "events.EventPage"),
    *("consultation.Consultation", "consultation.DraftVersion", "consultation.Provision"),
    *("consultation.ProvisionLineage", "consultation.SuppliedDocument", "consultation.NoticeGiven"),
    *("consultation.PublicMeeting", "consultation.Question", "consultation.QuestionOption", "consultation.Issue"),
    *("consultation.ConsultationReport", "consultation.IssueNote", "consultation.News"),
    *("consultation.HolidayOverride", "consultation.ConsultationIndexPage", "consultation.ConsultationPage"),
    *("reviews.Review", "reviews.Finding", "reviews.Evidence", "reviews.Recommendation", "reviews.Answer"),
    *("reviews.PolicyChange", "reviews.RecommendationIndexPage", "reviews.ReviewPage"),
    *("strategy.Strategy", "strategy.StrategyLine", "strategy.Body", "strategy.Objective", "strategy.FundingSource"),
    *("strategy.FrameworkGoal", "strategy.Measure", "strategy.MeasureActivity", "strategy.BudgetYear"),
    *("strategy.ReportingRound", "strategy.Indicator", "strategy.Target", "strategy.IndicatorReading"),
    *("strategy.StrategyIndexPage", "strategy.StrategyPage"),
    *("publications.Publication", "publications.PublicationDate", "publications.PublicationFile"),
    *(
        "publications.FilePage",
        "publications.Relation",
        "publications.LibraryIndexPage",
        "publications.PublicationPage",
    ),
    *("stakeholders.StakeholderCategory", "stakeholders.Institution"),
    *("pages.StandardPage", "pages.ProjectWords", "pages.Partner", "languages.GlossaryTerm"),
    *(
        "search.SearchChange",
        "search.SearchRow",
        "search.SearchText",
    ),  # made from what is public, and made again when that changes
    *("accounts.Erasure", "accounts.DailySalt", "accounts.LimitUse"),  # hashes
    "work.Heartbeat",
}

# Beside personal fields of the same row: states, codes and reasons, and which member of staff acted for the office.
HARMLESS = {
    *("events.Registration.participant", "events.Attendance.noted_by"),
    *(
        "consultation.Contribution.participant",
        "consultation.Contribution.channel",
        "consultation.Contribution.receipt",
    ),
    *("consultation.Contribution.form_key", "consultation.Contribution.entered_by"),
    *("consultation.CommentTranslation.language", "consultation.CommentTranslation.translated_by"),
    "consultation.ContributionFile.media_type",
    # Fingerprints of addresses, made with the portal's secret: they lead back to nobody.
    *(
        "consultation.Follower.address_hash",
        "consultation.Invitation.address_hash",
        "consultation.Support.address_hash",
    ),
    # A report asks for no address; what it says is about a comment, for the moderators alone.
    *("consultation.AbuseReport.reason", "consultation.AbuseReport.language", "consultation.AbuseReport.settled_by"),
    *("consultation.ConsultationComment.moderation", "consultation.ConsultationComment.hidden_reason_sq"),
    "consultation.ConsultationComment.hidden_reason_en",
    *("consultation.DeadlineChange.reason_sq", "consultation.DeadlineChange.reason_en"),
    "consultation.DeadlineChange.decided_by",
    *("consultation.ModerationEvent.before", "consultation.ModerationEvent.after", "consultation.ModerationEvent.by"),
    *("consultation.ModerationEvent.reason_sq", "consultation.ModerationEvent.reason_en"),
    *("consultation.OfficialResponse.state", "consultation.OfficialResponse.decision"),
    "consultation.OfficialResponse.answered_by",
    *("consultation.OfficialResponse.reason_sq", "consultation.OfficialResponse.reason_en"),
    *(
        "accounts.AuditEntry.actor",
        "accounts.AuditEntry.roles",
        "accounts.AuditEntry.deed",
        "accounts.AuditEntry.detail",
    ),
    *("accounts.AuditEntry.about", "accounts.AuditEntry.about_type", "accounts.AuditEntry.about_key"),
    *("notifications.Notice.template", "notifications.Notice.message_id", "notifications.Notice.state"),
    *("notifications.Notice.claim", "notifications.NoticeAttachment.media_type"),
}

NOT_ASKED_ABOUT = (
    models.AutoField,
    models.BooleanField,
    models.IntegerField,
    models.DecimalField,
    models.FloatField,
    models.DateField,
    models.UUIDField,
)


def our_fields():
    for app in apps.get_app_configs():
        if Path(app.path).is_relative_to(settings.ROOT) and "site-packages" not in app.path:
            for model in app.get_models():
                for field in model._meta.local_fields:
                    yield model._meta.label, field


def asks_to_be_decided(field):
    if field.is_relation:
        return field.related_model in (User, Participant)
    return not isinstance(field, NOT_ASKED_ABOUT)


def declared():
    return [name for holder in all_holders() for name in holder.fields]


def test_every_field_is_somebodys_or_declared_harmless():
    held = set(declared())

    undecided = [
        f"{label}.{field.name}"
        for label, field in our_fields()
        if asks_to_be_decided(field)
        and label not in PUBLIC_OR_MACHINERY
        and f"{label}.{field.name}" not in held | HARMLESS
    ]

    assert undecided == []


def test_nothing_is_decided_twice_or_about_what_is_not_there():
    names = {f"{label}.{field.name}" for label, field in our_fields()}
    labels = {label for label, _field in our_fields()}
    held = declared()

    assert sorted(held) == sorted(set(held))
    assert HARMLESS - names == set()
    assert PUBLIC_OR_MACHINERY - labels == set()
    assert HARMLESS & set(held) == set()
    assert {name.rpartition(".")[0] for name in HARMLESS | set(held)} & PUBLIC_OR_MACHINERY == set()


def test_every_field_that_a_holder_names_exists():
    for name in declared():
        label, _dot, field = name.rpartition(".")
        apps.get_model(label)._meta.get_field(field)


@pytest.mark.parametrize("holder", all_holders(), ids=lambda holder: type(holder).__name__)
def test_a_holder_has_nothing_about_a_stranger_and_its_answers_are_json(db, holder):
    assert str(holder.label)
    assert json.dumps(holder.held("askush@example.al")) == "[]"
    assert holder.erase("askush@example.al") == 0
