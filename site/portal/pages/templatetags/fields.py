"""What the field component needs to know of a Django form field."""

from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.safestring import SafeString

from portal.pages.drawings import SIGNS

register = template.Library()


@dataclass(frozen=True)
class Choice:
    """One row of a group of radio buttons or checkboxes."""

    tag: SafeString
    label: Any
    label_id: str
    hint: str
    hint_id: str
    category: str


@register.filter
def kind(field: BoundField) -> str:
    """How the field is set: `hidden`, `choices` (a group), `choice` (one checkbox) or `input` (everything else)."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "choice"
    return "input"


@register.filter
def takes_many(field: BoundField) -> bool:
    return bool(getattr(field.field.widget, "allow_multiple_selected", False))


@register.filter
def anchor(field: BoundField) -> str:
    """Where a link to the field leads: the field itself, or the first of a group."""
    return f"{field.auto_id}_0" if kind(field) == "choices" else field.auto_id


@register.simple_tag
def widget(field: BoundField, short: bool = False) -> SafeString:
    """The field's control in the portal's dress; classes set in the form are kept."""
    classes = [field.field.widget.attrs.get("class", ""), "field__input", "field__input--short" if short else ""]
    return field.as_widget(attrs={"class": " ".join(filter(None, classes))})


@register.simple_tag
def checkbox(field: BoundField) -> SafeString:
    """A single checkbox, named by its label alone so that the hint in the same row is read after it, once."""
    return field.as_widget(attrs={"aria-labelledby": f"{field.auto_id}_label"})


@register.simple_tag
def choices(field: BoundField, hints: dict[str, str] | None = None, signs: bool = False) -> list[Choice]:
    """The rows of a group. `hints` speak by the choice's value; with `signs` a category carries its sign."""
    return [_choice(option, hints or {}, signs) for option in field]


def _choice(option: BoundWidget, hints: dict[str, str], signs: bool) -> Choice:
    value = option.data["value"]
    hint = hints.get(str(value), "")
    label_id, hint_id = f"{option.id_for_label}_label", f"{option.id_for_label}_hint"
    attrs = option.data["attrs"]
    attrs["aria-labelledby"] = label_id
    if hint:
        attrs["aria-describedby"] = hint_id
    return Choice(option.tag(), option.choice_label, label_id, hint, hint_id, _category(value) if signs else "")


def _category(value: Any) -> str:
    """A choice stands for a category by its code, or by the record that a ModelChoiceField hands along."""
    code = getattr(getattr(value, "instance", None), "code", None) or str(value)
    return code if code in SIGNS else ""
