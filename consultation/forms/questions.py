from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from consultation.enums import QuestionKind
from consultation.records import Question
from consultation.services import Reply

SCALE = [(str(n), str(n)) for n in range(1, 6)]


class QuestionFields(forms.Form):
    """The questions beside a draft, each a field named by its key."""

    def __init__(self, *args: Any, questions: Sequence[Question] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[_name(question)] = _field(question)

    @property
    def question_fields(self) -> list[BoundField]:
        return [self[_name(question)] for question in self.questions]

    @property
    def replies(self) -> list[Reply]:
        return [_reply(each, self.cleaned_data.get(_name(each))) for each in self.questions]


def _name(question: Question) -> str:
    return f"question_{question.pk}"


def _field(question: Question) -> forms.Field:
    shape: dict[str, Any] = {"label": question.text, "required": question.is_required}
    shape["error_messages"] = {"required": _("Answer this question.")}
    options = [(str(option.pk), option.text) for option in question.options.all()]
    if question.kind == QuestionKind.CHOICE:
        return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **shape)
    if question.kind == QuestionKind.SEVERAL:
        return forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **shape)
    if question.kind == QuestionKind.SCALE:
        return forms.ChoiceField(
            choices=SCALE, widget=forms.RadioSelect, help_text=_("1 is not at all, 5 is entirely."), **shape
        )
    return forms.CharField(max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), **shape)


def _reply(question: Question, given: Any) -> Reply:
    if question.kind == QuestionKind.SCALE:
        return Reply(question, scale=int(given) if given else None)
    if question.kind == QuestionKind.TEXT:
        return Reply(question, text=given or "")
    chosen = {given} if isinstance(given, str) else set(given or ())
    return Reply(question, options=tuple(each for each in question.options.all() if str(each.pk) in chosen))
