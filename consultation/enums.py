from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActKind(models.TextChoices):
    """What is put out: what law 146/2014 covers, and the findings of a review."""

    DRAFT_LAW = "draft_law", _("Draft law")
    STRATEGIC_DOCUMENT = "strategic_document", _("Strategic document")
    POLICY = "policy", _("Policy of high public interest")
    REVIEW = "review", _("Findings and recommendations of a review")


class Stage(models.TextChoices):
    """What people decided. Open and closed are not among it: they follow from two instants and the database's clock."""

    PREPARING = "preparing", pgettext_lazy("consultation", "in preparation")
    ANNOUNCED = "announced", pgettext_lazy("consultation", "announced")
    CANCELLED = "cancelled", pgettext_lazy("consultation", "cancelled")
    ANSWERED = "answered", pgettext_lazy("consultation", "answered")
    REPORTED = "reported", pgettext_lazy("consultation", "report published")


class State(models.TextChoices):
    """Where a consultation stands at a moment: the stage, and the clock."""

    PREPARING = "preparing", pgettext_lazy("consultation", "in preparation")
    ANNOUNCED = "announced", pgettext_lazy("consultation", "announced")
    OPEN = "open", pgettext_lazy("consultation", "open for comment")
    CLOSED = "closed", pgettext_lazy("consultation", "closed, being answered")
    ANSWERED = "answered", pgettext_lazy("consultation", "answered")
    REPORTED = "reported", pgettext_lazy("consultation", "report published")
    CANCELLED = "cancelled", pgettext_lazy("consultation", "cancelled")


class ProvisionKind(models.TextChoices):
    HEADING = "heading", _("Heading of a section")
    PROVISION = "provision", _("Provision")


class Channel(models.TextChoices):
    """How a contribution came. The law knows more ways than this website."""

    WEBSITE = "website", _("This website")
    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    TELEPHONE = "telephone", _("Telephone")
    MEETING = "meeting", _("Public meeting, workshop or conference")


class ShownAs(models.TextChoices):
    """Who the public sees behind a comment. The category is always shown, the e-mail address never."""

    NAME = "name", _("With my name")
    ORGANISATION = "organisation", _("The organisation only")
    CATEGORY = "category", _("Without a name to the public")


class Moderation(models.TextChoices):
    PENDING = "pending", _("waiting for a moderator")
    ACCEPTED = "accepted", pgettext_lazy("comment", "published")
    HIDDEN = "hidden", pgettext_lazy("comment", "hidden")


class Decision(models.TextChoices):
    """What an institution answers to a comment."""

    ACCEPTED = "accepted", pgettext_lazy("decision", "Accepted")
    PARTLY = "partly", pgettext_lazy("decision", "Accepted in part")
    COVERED = "covered", pgettext_lazy("decision", "Already in the draft")
    NOT_ACCEPTED = "not_accepted", pgettext_lazy("decision", "Not accepted")
    OUT_OF_SCOPE = "out_of_scope", pgettext_lazy("decision", "Outside the subject")
    NOTED = "noted", pgettext_lazy("decision", "Noted")

    @property
    def counts_as(self) -> str | None:
        """What it counts as in the law's yearly figures: accepted, refused, or neither and shown apart."""
        return {Decision.ACCEPTED: "accepted", Decision.NOT_ACCEPTED: "refused"}.get(self)


class AnswerState(models.TextChoices):
    """How far an answer has come. An issue without one is pending."""

    DRAFT = "draft", pgettext_lazy("answer", "draft")
    IN_REVIEW = "in_review", pgettext_lazy("answer", "in review")
    APPROVED = "approved", pgettext_lazy("answer", "approved")


class WhoMayComment(models.TextChoices):
    ANYONE = "anyone", _("Anyone with a confirmed e-mail address")
    MEMBERS = "members", _("Members with an account")
    INVITED = "invited", _("Only those who were invited")


class ModerationMoment(models.TextChoices):
    """When a moderator reads a comment."""

    BEFORE = "before", _("Before it is published")
    AFTER = "after", _("After it is published, once its address is confirmed")


class Licence(models.TextChoices):
    """On what terms comments may be used again."""

    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"


class DocumentKind(models.TextChoices):
    """What belongs to a draft act."""

    DRAFT = "draft", _("Draft")
    MEMORANDUM = "memorandum", _("Explanatory memorandum")
    IMPACT = "impact", _("Impact assessment")
    OPINION = "opinion", _("Opinion")
    OTHER = "other", _("Other document")


class NoticeChannel(models.TextChoices):
    """The law's forms of notice besides this website."""

    REGISTER = "register", _("Electronic register for public consultation")
    NEWSPAPER = "newspaper", _("Newspaper")
    BROADCAST = "broadcast", _("Radio or television")
    PREMISES = "premises", _("Notice on the premises of the body")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")


class QuestionKind(models.TextChoices):
    CHOICE = "choice", _("One choice")
    SEVERAL = "several", _("Several choices")
    SCALE = "scale", _("Scale of 1 to 5")
    TEXT = "text", _("Text")


class LineageKind(models.TextChoices):
    """What became of a provision in the next draft."""

    SAME = "same", pgettext_lazy("provision", "unchanged")
    EDITED = "edited", pgettext_lazy("provision", "changed")
    MOVED = "moved", pgettext_lazy("provision", "moved")
    SPLIT = "split", pgettext_lazy("provision", "split")
    MERGED = "merged", pgettext_lazy("provision", "merged")
    DROPPED = "dropped", pgettext_lazy("provision", "dropped")


class NewsKind(models.TextChoices):
    """What followers of a consultation are told."""

    VERSION = "version", pgettext_lazy("news", "new draft")
    DRAFT = "draft", pgettext_lazy("news", "draft after a prior notice")
    EXTENDED = "extended", pgettext_lazy("news", "deadline extended")
    CLOSING = "closing", pgettext_lazy("news", "closes in three days")
    CANCELLED = "cancelled", pgettext_lazy("news", "cancelled")
    ANSWERED = "answered", pgettext_lazy("news", "answers published")
    REPORT = "report", pgettext_lazy("news", "report published")
