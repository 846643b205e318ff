from django.urls import path

from portal.languages.address import PATTERNS, joined
from portal.pages import views

urlpatterns = [path(joined(PATTERNS), views.patterns, name="patterns")]
