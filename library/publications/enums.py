from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PublicationKind(models.TextChoices):
    STRATEGY = "strategy", _("Strategy")
    ACTION_PLAN = "action_plan", _("Action plan")
    POLICY = "policy", _("Policy")
    PROGRAMME = "programme", _("Programme")
    LAW = "law", _("Law")
    DRAFT_LAW = "draft_law", _("Draft law")
    DECISION = "decision", _("Decision of the Council of Ministers")
    ORDER = "order", pgettext_lazy("kind of document", "Order")
    EU_ACT = "eu_act", _("European Union act")
    INTERNATIONAL_AGREEMENT = "international_agreement", _("International agreement")
    NATIONAL_AGREEMENT = "national_agreement", _("Agreement between national institutions")
    FRAMEWORK = "framework", _("International framework")
    REPORT = "report", _("Report")
    PROGRESS_REPORT = "progress_report", _("Progress report")
    REVIEW = "review", _("Review")
    STUDY = "study", _("Study")
    PROFILE = "profile", _("Profile")
    SURVEY = "survey", _("Survey")
    GUIDE = "guide", _("Guide")
    GLOSSARY = "glossary", _("Glossary")
    PUBLICATION = "publication", _("Publication")
    CONSULTATION_REPORT = "consultation_report", _("Consultation report")


PLANS = (PublicationKind.STRATEGY, PublicationKind.ACTION_PLAN, PublicationKind.POLICY, PublicationKind.PROGRAMME)
"""Kinds that hold for a period and end with it."""

WRITINGS = (
    PublicationKind.REPORT,
    PublicationKind.PROGRESS_REPORT,
    PublicationKind.REVIEW,
    PublicationKind.STUDY,
    PublicationKind.PROFILE,
    PublicationKind.SURVEY,
    PublicationKind.GUIDE,
    PublicationKind.GLOSSARY,
    PublicationKind.PUBLICATION,
    PublicationKind.CONSULTATION_REPORT,
)
"""Kinds that bind nobody: once out they are simply published."""


class Stage(models.TextChoices):
    """What is known to exist: the text, a draft of it, or the intention to write it."""

    PUBLISHED = "published", _("published")
    DRAFT = "draft", pgettext_lazy("document", "draft")
    PLANNED = "planned", _("planned")


class Status(models.TextChoices):
    """Whether a document holds. Derived from verified facts (see `selectors.status`), never typed in."""

    IN_FORCE = "in_force", _("in force")
    ADOPTED = "adopted", _("adopted")
    PUBLISHED = "published", _("published")
    REPEALED = "repealed", _("repealed")
    SUPERSEDED = "superseded", _("superseded")
    ENDED = "ended", _("period ended")
    DRAFT = "draft", pgettext_lazy("document", "draft")
    PLANNED = "planned", _("planned")
    EXAMPLE = "example", _("example")
    NOT_CHECKED = "not_checked", _("status not checked")


class Precision(models.TextChoices):
    """How much of a date was seen."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class DateEvent(models.TextChoices):
    """What happened to a document on a day, beside its own date."""

    SIGNED = "signed", _("signed")
    RATIFIED = "ratified", _("ratified")
    IN_FORCE = "in_force", _("entered into force")


class OfficialPage(models.TextChoices):
    """What stands at the official address."""

    TEXT = "text", _("official text")
    ABOUT = "about", _("official page about the document; its text was not found online")


class Topic(models.TextChoices):
    ASYLUM = "asylum", _("asylum")
    CALENDAR = "calendar", _("official holidays")
    CHILDREN = "children", _("children")
    COORDINATION = "coordination", _("coordination")
    DATA = "data", _("migration data")
    DEVELOPMENT = "development", _("development")
    DIASPORA = "diaspora", _("diaspora")
    EMIGRATION = "emigration", _("emigration")
    FOREIGNERS = "foreigners", _("foreigners")
    GOVERNANCE = "governance", _("migration governance")
    IMMIGRATION = "immigration", _("immigration")
    LABOUR_MIGRATION = "labour_migration", _("labour migration")
    LEGISLATION = "legislation", _("legislation")
    LOCAL_GOVERNMENT = "local_government", _("local government")
    MONITORING = "monitoring", _("monitoring")
    PROTECTION = "protection", _("protection")
    PUBLIC_CONSULTATION = "public_consultation", _("public consultation")
    READMISSION = "readmission", _("readmission")
    REINTEGRATION = "reintegration", _("reintegration")
    RETURN = "return", _("return")
    RIGHTS = "rights", _("rights of migrants")
    SKILLS = "skills", _("skills")
    STRATEGY = "strategy", pgettext_lazy("topic", "strategy")
    TEMPORARY_PROTECTION = "temporary_protection", _("temporary protection")
    TERMINOLOGY = "terminology", _("terminology")
    TRAFFICKING = "trafficking", _("trafficking")


class TitleStatus(models.TextChoices):
    """Whose wording a title is."""

    OFFICIAL = "official", _("official title")
    ATTESTED = "attested", _("title as a public body writes it")
    TRANSLATED = "translated", _("our translation of the title")
    DESCRIPTIVE = "descriptive", _("description, not a title")
    EXAMPLE = "example", _("example title")


class FileLanguage(models.TextChoices):
    """What a file is written in. `MULTIPLE` is the code that ISO 639 keeps for several languages in one text."""

    ALBANIAN = "sq", _("Albanian")
    ENGLISH = "en", _("English")
    MULTIPLE = "mul", _("Albanian and English")
    ITALIAN = "it", _("Italian")
    FRENCH = "fr", _("French")
    GERMAN = "de", _("German")


class MediaType(models.TextChoices):
    PDF = "application/pdf", "PDF"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"


class TextState(models.TextChoices):
    """How far reading the text out of a file has come."""

    WAITING = "waiting", _("waiting to be read")
    DONE = "done", _("read")
    NO_TEXT = "no_text", _("a picture of pages, without text")
    FAILED = "failed", _("could not be read")


class Verb(models.TextChoices):
    """What one publication does to another. Kept once, in this direction; the other end reads the inverse."""

    APPROVES = "approves", _("approves")
    AMENDS = "amends", _("amends")
    WOULD_AMEND = "would_amend", _("would amend")
    REPEALS = "repeals", _("repeals")
    SUCCEEDS = "succeeds", _("succeeds")
    IMPLEMENTS = "implements", _("implements")
    CONCLUDES = "concludes", _("concludes")
    REVIEWS = "reviews", _("reviews")
    REPORTS_ON = "reports_on", _("reports on")
    CONCERNS = "concerns", _("concerns")
    GUIDES = "guides", _("guides")
    MAPS = "maps", _("maps")
    PUBLISHES = "publishes", _("publishes")
    PRECEDES = "precedes", _("precedes")
    TRANSLATES = "translates", _("translates")
    CONSISTENT_WITH = "consistent_with", _("consistent with")
    PARALLEL_TO = "parallel_to", _("parallel to")


class InverseVerb(models.TextChoices):
    """The same relations told from the other end; never stored."""

    APPROVED_BY = "approved_by", _("approved by")
    AMENDED_BY = "amended_by", _("amended by")
    WOULD_BE_AMENDED_BY = "would_be_amended_by", _("would be amended by")
    REPEALED_BY = "repealed_by", _("repealed by")
    SUCCEEDED_BY = "succeeded_by", _("succeeded by")
    IMPLEMENTED_BY = "implemented_by", _("implemented by")
    CONCLUDED_BY = "concluded_by", _("concluded by")
    REVIEWED_BY = "reviewed_by", _("reviewed by")
    REPORTED_ON_BY = "reported_on_by", _("reported on by")
    CONCERNED_BY = "concerned_by", _("dealt with in")
    GUIDED_BY = "guided_by", _("guided by")
    MAPPED_BY = "mapped_by", _("mapped by")
    PUBLISHED_IN = "published_in", _("published in")
    FOLLOWS = "follows", _("follows")
    TRANSLATED_IN = "translated_in", _("translated in")


INVERSES: Mapping[Verb, InverseVerb | Verb] = {
    Verb.APPROVES: InverseVerb.APPROVED_BY,
    Verb.AMENDS: InverseVerb.AMENDED_BY,
    Verb.WOULD_AMEND: InverseVerb.WOULD_BE_AMENDED_BY,
    Verb.REPEALS: InverseVerb.REPEALED_BY,
    Verb.SUCCEEDS: InverseVerb.SUCCEEDED_BY,
    Verb.IMPLEMENTS: InverseVerb.IMPLEMENTED_BY,
    Verb.CONCLUDES: InverseVerb.CONCLUDED_BY,
    Verb.REVIEWS: InverseVerb.REVIEWED_BY,
    Verb.REPORTS_ON: InverseVerb.REPORTED_ON_BY,
    Verb.CONCERNS: InverseVerb.CONCERNED_BY,
    Verb.GUIDES: InverseVerb.GUIDED_BY,
    Verb.MAPS: InverseVerb.MAPPED_BY,
    Verb.PUBLISHES: InverseVerb.PUBLISHED_IN,
    Verb.PRECEDES: InverseVerb.FOLLOWS,
    Verb.TRANSLATES: InverseVerb.TRANSLATED_IN,
    Verb.CONSISTENT_WITH: Verb.CONSISTENT_WITH,
    Verb.PARALLEL_TO: Verb.PARALLEL_TO,
}
