from html import unescape

from django.utils.html import strip_tags
from django.utils.text import Truncator

from portal.languages.bilingual import Words

LENGTH = 140


def plain(words: Words) -> Words:
    """A text of a few tags as one short line, still knowing its language."""
    text = " ".join(unescape(strip_tags(str(words).replace("<", " <"))).split())
    return Words(Truncator(text).chars(LENGTH), words.language)
