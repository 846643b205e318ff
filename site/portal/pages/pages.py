from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.pages.base import BasePage
from portal.pages.blocks import BodyBlock


class StandardPage(BasePage):
    """Words that stand for themselves: about, how to take part, privacy, imprint."""

    code = models.SlugField(
        _("code"), max_length=40, blank=True, editable=False, help_text=_("The name that menus find this page by.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    translatable_fields = [*BasePage.translatable_fields, SynchronizedField("code"), TranslatableField("body")]
    template = "pages/standard_page.html"

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
