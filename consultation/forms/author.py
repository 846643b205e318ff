import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from consultation.enums import Licence, ShownAs
from consultation.forms.questions import QuestionFields
from consultation.records import Consultation, Question
from consultation.services import Author, Paper, inspect_paper
from consultation.services.papers import MOST_PAPERS
from portal.accounts.errors import Refusal
from portal.languages.enums import active_language
from portal.stakeholders.models import StakeholderCategory
from portal.stakeholders.selectors import top_categories

EMAIL_HELP = _("Write an e-mail address, e.g. name@example.al")
QUICKEST = timedelta(seconds=3)
"""Nobody reads and fills in a form in less."""

_AGE = signing.TimestampSigner(salt="consultation.form_age")


class CategoryField(forms.ModelChoiceField):
    def label_from_instance(self, obj: StakeholderCategory) -> str:
        return str(obj.name)


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class PapersField(forms.FileField):
    """Up to three position papers, each looked into before it is taken."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Paper]:
        uploads = [each for each in data if each] if isinstance(data, list | tuple) else [data] if data else []
        if len(uploads) > MOST_PAPERS:
            raise forms.ValidationError(_("At most three files can be sent."))
        papers = []
        for upload in uploads:
            try:
                papers.append(inspect_paper(upload, upload.name))
            except Refusal as refusal:
                raise forms.ValidationError(f"{upload.name}: {refusal.message}") from refusal
        return papers


class AuthorForm(QuestionFields):
    """Who sends, how the public sees them, and what they send along. `form_key` makes one of a form that is sent twice."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_(
            "We send you the receipt, the answer and what becomes of the consultation; one link stops it. "
            "The address is not published."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": EMAIL_HELP, "invalid": EMAIL_HELP},
    )
    category = CategoryField(
        label=_("For which category you speak"),
        queryset=StakeholderCategory.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the category you speak for.")},
    )
    organisation = forms.CharField(
        label=_("Organisation"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    papers = PapersField(
        label=_("Position paper"),
        required=False,
        help_text=_("PDF, DOCX or ODT, up to three files of 10 MB. Public together with the comment, not before."),
        widget=ManyFilesInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )
    shown_as = forms.ChoiceField(
        label=_("What the public sees of you"),
        choices=ShownAs.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the public sees of you.")},
    )
    licence = forms.BooleanField(
        label=_("I allow my comment to be published under the licence CC BY 4.0"),
        help_text=_("Anyone may quote it and names the source. Needed for publishing."),
        error_messages={"required": _("Without this permission the comment cannot be published.")},
    )
    form_key = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    opened = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)
    homepage = forms.CharField(
        label=_("Leave this empty"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(
        self,
        *args: Any,
        consultation: Consultation | None = None,
        questions: Sequence[Question] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, questions=questions, **kwargs)
        category = self.fields["category"]
        assert isinstance(category, CategoryField)
        category.queryset = top_categories()
        self.fields["form_key"].initial = secrets.token_urlsafe(20)
        self.fields["opened"].initial = _AGE.sign("")
        if consultation is not None and consultation.licence == Licence.CC0:
            self.fields["licence"].label = _("I allow my comment to be published without conditions (CC0 1.0)")
            self.fields["licence"].help_text = _("Anyone may use it for anything. Needed for publishing.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("shown_as") == ShownAs.NAME and not cleaned.get("name", "").strip():
            self.add_error("name", _("Write your name, or choose another way to be shown."))
        if cleaned.get("shown_as") == ShownAs.ORGANISATION and not cleaned.get("organisation", "").strip():
            self.add_error("organisation", _("Write your organisation, or choose another way to be shown."))
        return cleaned

    @property
    def shown_as_hints(self) -> dict[str, Any]:
        return {
            ShownAs.NAME.value: _("Your name, category and organisation are shown."),
            ShownAs.ORGANISATION.value: _("Your name stays with the coordinator."),
            ShownAs.CATEGORY.value: _("Only the category is shown."),
        }

    @property
    def points(self) -> int:
        """What speaks against a person having filled it in: the field nobody sees, a form without age or too young."""
        points = 3 if self.cleaned_data.get("homepage") else 0
        try:
            _AGE.unsign(self.cleaned_data.get("opened", ""), max_age=QUICKEST)
        except signing.SignatureExpired:
            return points
        except signing.BadSignature:
            return points + 1
        return points + 1

    def author(self, known: str = "") -> Author:
        """Whoever filled it in. `known` is an address that was proved already."""
        data = self.cleaned_data
        return Author(
            email=data["email"],
            category=data["category"],
            name=data["name"],
            organisation=data["organisation"],
            shown_as=data["shown_as"],
            language=active_language(),
            is_known=bool(known) and known.lower() == data["email"].lower(),
        )
