"""Forms on the way to the next draft."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultation.selectors.pairing import Pair

YES, NO = "yes", "no"


class PairsForm(forms.Form):
    """A question for each pair that is not plainly the same, and for each provision that seems dropped."""

    def __init__(self, *args: Any, pairs: Sequence[Pair], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pairs = {_name(pair): pair for pair in pairs if pair.kind not in {"same", "new"}}
        self.rows = {pair.later.position: pair.later for pair in pairs if pair.later is not None}
        for name, pair in self.pairs.items():
            self.fields[name] = _number(pair) if pair.later is None else _question(pair)

    def field_of(self, pair: Pair) -> BoundField | None:
        name = _name(pair)
        return self[name] if name in self.fields else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, pair in self.pairs.items():
            number = data.get(name)
            if pair.later is None and number is not None and number not in self.rows:
                self.add_error(name, _("The new draft has no row of this number."))
        return data

    @property
    def refused(self) -> set[tuple[int, int]]:
        return {pair.key for name, pair in self.pairs.items() if pair.later and self.cleaned_data[name] == NO}

    @property
    def by_hand(self) -> dict[int, int]:
        return {
            pair.key[0]: self.rows[self.cleaned_data[name]].pk
            for name, pair in self.pairs.items()
            if pair.later is None and self.cleaned_data[name] is not None
        }


def _name(pair: Pair) -> str:
    return f"pair-{pair.key[0]}-{pair.key[1]}"


def _question(pair: Pair) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Does the old text live on here?"),
        choices=[(YES, pgettext_lazy("pair", "Yes")), (NO, pgettext_lazy("pair", "No, they have nothing in common"))],
        widget=forms.RadioSelect,
        initial=YES if pair.is_sure else None,
        error_messages={"required": _("Answer for this pair.")},
    )


def _number(pair: Pair) -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Lives on in row"),
        required=False,
        min_value=1,
        help_text=_("Leave it empty if the text was dropped."),
    )


class PublishVersionForm(forms.Form):
    """What the public and those who commented read about the next draft."""

    changes_sq = forms.CharField(
        label=_("What changed, in Albanian"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    changes_en = forms.CharField(
        label=_("What changed, in English"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
