import csv
import io
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consultation.enums import QuestionKind
from consultation.records import Question
from consultation.services import Guest
from consultation.services.invite import MOST_AT_ONCE
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory


class QuestionForm(forms.Form):
    """A question in both languages; its options one a line, the Albanian before the bar and the English after it."""

    kind = forms.ChoiceField(label=_("Kind of question"), choices=QuestionKind)
    text_sq = forms.CharField(label=_("Question in Albanian"), max_length=500)
    text_en = forms.CharField(label=_("Question in English"), max_length=500)
    options = forms.CharField(
        label=_("Options"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For one or several choices: one option a line, Albanian | English."),
    )
    is_required = forms.BooleanField(label=_("Must be answered"), required=False)

    def __init__(self, *args: Any, question: Question | None = None, **kwargs: Any) -> None:
        if question is not None:
            lines = [f"{option.text_sq} | {option.text_en}" for option in question.options.all()]
            names = ("kind", "text_sq", "text_en", "is_required")
            kwargs["initial"] = {name: getattr(question, name) for name in names} | {"options": "\n".join(lines)}
        super().__init__(*args, **kwargs)

    def clean_options(self) -> list[tuple[str, str]]:
        pairs = []
        for line in filter(None, (each.strip() for each in self.cleaned_data["options"].splitlines())):
            albanian, _bar, english = (part.strip() for part in line.partition("|"))
            if not (albanian and english):
                raise forms.ValidationError(
                    _("Write each option in both languages with a bar between them: %(line)s"), params={"line": line}
                )
            pairs.append((albanian[:300], english[:300]))
        return pairs


class InvitationForm(forms.Form):
    """A list that was pasted, or a CSV file: address, name, organisation, category, language."""

    people = forms.CharField(
        label=_("Whom to invite"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "One a line: e-mail address, name, organisation, code of the category, sq or en. Only the address is needed."
        ),
    )
    table = forms.FileField(label=_("Or a CSV file with the same columns"), required=False)

    def clean_table(self) -> str:
        upload = self.cleaned_data["table"]
        if not upload:
            return ""
        if upload.size > 200_000:
            raise forms.ValidationError(_("The file is too large for a list of people."))
        try:
            return str(upload.read().decode("utf-8-sig").replace("\x00", ""))
        except UnicodeDecodeError as failure:
            raise forms.ValidationError(_("The file must be saved as CSV in UTF-8.")) from failure

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        text = "\n".join(filter(None, [cleaned.get("people", ""), cleaned.get("table", "")]))
        if not text.strip() and not self.errors:
            raise forms.ValidationError(_("Paste a list or choose a file."))
        guests, wrong = _read(text)
        if len(guests) > MOST_AT_ONCE:
            raise forms.ValidationError(_("At most 200 people are invited at once. Divide the list."))
        return cleaned | {"text": text, "guests": guests, "wrong": wrong}


def _read(text: str) -> tuple[list[Guest], list[str]]:
    """The guests, each address once, and the lines that cannot be read with the reason."""
    categories = {each.code: each for each in StakeholderCategory.objects.all()}
    dialect = csv.excel
    delimiter = ";" if text.count(";") > text.count(",") else "\t" if "\t" in text else ","
    guests: dict[str, Guest] = {}
    wrong = []
    for row in csv.reader(io.StringIO(text), dialect, delimiter=delimiter):
        cells = [cell.strip() for cell in row] + [""] * 5
        email, name, organisation, code, language = cells[:5]
        if not any(cells) or (not guests and "@" not in email and not wrong and "mail" in email.casefold()):
            continue
        try:
            validate_email(email)
        except ValidationError:
            wrong.append(f"{', '.join(row)[:120]}: {_now('no e-mail address')}")
            continue
        if code and code not in categories:
            wrong.append(f"{email}: {_now('no such category')} ({code[:40]})")
            continue
        guests[email.lower()] = Guest(
            email=email.lower(),
            name=name[:120],
            organisation=organisation[:200],
            category=categories.get(code),
            language=language if language in Language.values else Language.ALBANIAN,
        )
    return list(guests.values()), wrong
