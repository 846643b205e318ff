from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from portal.pages.placeholders import filled as fill

register = template.Library()


@register.filter
def filled(text: Any) -> SafeString:
    """`{{ value|richtext|filled }}`: placeholders such as `{publisher_name}` become what the settings say."""
    return fill(conditional_escape(text))
