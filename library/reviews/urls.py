from django.urls import path

from library.reviews import views
from portal.languages.address import FINDINGS, RECOMMENDATIONS, joined

app_name = "reviews"

urlpatterns = [
    path(joined(RECOMMENDATIONS, "<int:number>"), views.recommendation, name="recommendation"),
    path(joined(FINDINGS, "<int:number>"), views.finding, name="finding"),
]
