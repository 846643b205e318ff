from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import TranslatableField

from portal.pages.base import BasePage, FixedPage


class HomePage(FixedPage):
    """The front page: what is open for comment, what happens next, what is in the library."""

    lede = models.CharField(_("first line"), max_length=160, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lede")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("lede")]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
