import uuid
from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from events.enums import AccessNeed
from events.selectors import one_line
from events.services import RegistrationEntry
from portal.languages.enums import Language, active_language
from portal.pages.services import PageWords
from portal.stakeholders.models import StakeholderCategory
from portal.stakeholders.selectors import top_categories


class OneLineField(forms.CharField):
    """A name or the like: line breaks, control characters and direction marks become spaces."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class CategoryField(forms.ModelChoiceField):
    """One of the six top categories, by its name in the reader's language."""

    def label_from_instance(self, obj: StakeholderCategory) -> str:
        return obj.name


class RegistrationForm(forms.Form):
    """Who comes, for whom they speak, and what they need. `form_token` tells a second press from a second person."""

    form_token = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = OneLineField(
        label=_("Name and surname"),
        max_length=120,
        help_text=_("As you want it written on your name badge."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("We send your place and the calendar file there."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    organisation = OneLineField(
        label=_("Organisation"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    category = CategoryField(
        label=_("On behalf of which category you come"),
        queryset=StakeholderCategory.objects.none(),
        to_field_name="code",
        empty_label=None,
        widget=forms.RadioSelect,
        help_text=_(
            "The category decides which places are open to you. It gives you no other right and takes none away."
        ),
    )
    needs = forms.MultipleChoiceField(
        label=_("What you need"), choices=AccessNeed, required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(
        label=_("Anything else we should know"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    needs_consent = forms.BooleanField(
        label=_("I agree that these answers are kept until 30 days after the event"),
        required=False,
        help_text=_("Needed only if you answered above: such answers can tell about your health."),
    )
    hall_language = forms.ChoiceField(
        label=_("The language you prefer in the hall"), choices=Language, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"form_token": uuid.uuid4()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        categories = self.fields["category"]
        assert isinstance(categories, CategoryField)
        categories.queryset = top_categories()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if (cleaned.get("needs") or cleaned.get("note")) and not cleaned.get("needs_consent"):
            self.add_error("needs_consent", _("Tick this, or leave your needs out: without it we may not keep them."))
        return cleaned

    @property
    def entry(self) -> RegistrationEntry:
        """What was filled in, for the service. Only of a valid form."""
        data = self.cleaned_data
        needs: Collection[AccessNeed] = [AccessNeed(need) for need in data["needs"]]
        return RegistrationEntry(
            email=data["email"],
            name=data["name"],
            organisation=data["organisation"],
            category=data["category"],
            language=active_language(),
            hall_language=Language(data["hall_language"] or active_language()),
            needs=needs,
            note=data["note"],
        )


class CallOffForm(forms.Form):
    """Why an event does not take place, in both languages: it stands on the page and in the letters."""

    reason_sq = forms.CharField(
        label=_("Reason in Albanian"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason_en = forms.CharField(label=_("Reason in English"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class StartEventForm(WagtailAdminModelForm):
    """The one form that an event begins with: facts, and what it is called in both languages."""

    title_sq = forms.CharField(label=_("Title in Albanian"), max_length=200)
    title_en = forms.CharField(label=_("Title in English"), max_length=200)
    slug_sq = forms.SlugField(
        label=_("Address word in Albanian"),
        max_length=100,
        required=False,
        help_text=_("Left empty, it follows the title."),
    )
    slug_en = forms.SlugField(label=_("Address word in English"), max_length=100, required=False)
    summary_sq = forms.CharField(
        label=_("In one or two sentences, in Albanian"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    summary_en = forms.CharField(
        label=_("In one or two sentences, in English"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )

    @property
    def words(self) -> dict[Language, PageWords]:
        data = self.cleaned_data
        return {
            language: PageWords(
                title=data[f"title_{language}"],
                slug=data[f"slug_{language}"],
                fields={"summary": data[f"summary_{language}"]},
            )
            for language in Language
        }
