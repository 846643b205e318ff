from django.urls import path

from portal.languages.address import SEARCH, joined
from portal.search import views

urlpatterns = [path(joined(SEARCH), views.search, name="search")]
