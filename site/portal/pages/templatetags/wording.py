"""Words that several components need: deadlines, numbers of days, names of languages."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, pgettext
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def deadline(instant: datetime) -> SafeString:
    """A closing instant as people say it: midnight belongs to the day that ends with it. Stands inside a sentence."""
    local = timezone.localtime(instant)
    midnight = (local.hour, local.minute) == (0, 0)
    day = local.date() - timedelta(days=1) if midnight else local.date()
    hour = pgettext("end of a day", "midnight") if midnight else _("at %(time)s") % {"time": time_format(local)}
    return format_html('<time datetime="{}">{}</time>, {}', local.isoformat(), date_format(day), hour)


@register.filter
def day_number(number: int) -> str:
    """The number of a day as each language says it: "day 5", "dita e 5-të"."""
    if get_language() != "sq":
        return str(number)
    if number == 1:
        return "1-rë"
    return f"{number}-t" if number % 10 == 4 and number % 100 != 14 else f"{number}-të"


@register.filter
def language_name(code: str) -> str:
    """The language's name in the reader's language; the code itself for one that Django does not know."""
    try:
        name = str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
    return name.lower() if get_language() == "sq" else name
