from django.urls import path

from library.strategy import views
from portal.languages.address import MEASURES, STRATEGY, joined

app_name = "strategy"

urlpatterns = [path(joined(STRATEGY, MEASURES, "<int:number>"), views.measure, name="measure")]
