import nh3
from django.utils.html import linebreaks

TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "table", "thead", "tbody", "tr", "th", "td"}


def cleaned(text: str) -> str:
    """HTML of a few tags and no attributes. Plain text becomes paragraphs, as whoever typed it meant it."""
    text = text.replace("\x00", "").strip()
    if text and not nh3.is_html(text):
        return str(linebreaks(text, autoescape=True))
    return nh3.clean(text, tags=TAGS, attributes={}, clean_content_tags={"script", "style"})
