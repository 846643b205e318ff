"""The blocks that words are written in. Few, so that both languages keep the same shape."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

RICH_TEXT_FEATURES = ["bold", "link", "document-link", "ol", "ul"]


class FactBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("term"))
    text = blocks.CharBlock(label=_("text"))


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"))
    text = blocks.TextBlock(label=_("text"), rows=2)


class StepsBlock(blocks.ListBlock):
    """A short list of titles with a line each."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(StepBlock(), **kwargs)

    class Meta:
        label = _("steps")
        icon = "list-ol"
        template = "pages/blocks/steps.html"


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(label=_("heading"), icon="title", template="pages/blocks/heading.html")
    paragraph = blocks.RichTextBlock(
        label=_("text"), features=RICH_TEXT_FEATURES, template="pages/blocks/paragraph.html"
    )
    quote = blocks.BlockQuoteBlock(label=_("quotation"))
    facts = blocks.ListBlock(FactBlock(), label=_("facts"), icon="list-ul", template="pages/blocks/facts.html")
    steps = StepsBlock()
    notice = blocks.TextBlock(label=_("notice"), icon="info-circle", rows=2, template="pages/blocks/notice.html")
    image = ImageBlock(label=_("image"), template="pages/blocks/image.html")
