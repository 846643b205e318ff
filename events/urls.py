from django.urls import path
from django.utils.translation import pgettext_lazy

from events import views
from portal.languages.address import CALENDAR, EVENTS, RECEIPT, REGISTER, joined

app_name = "events"

DOOR = pgettext_lazy("address", "door")
MANAGE = pgettext_lazy("address", "registration")

urlpatterns = [
    path(joined(EVENTS, CALENDAR), views.calendar_feed, name="calendar_feed"),
    path(joined(EVENTS, "<int:number>"), views.event, name="event"),
    path(joined(EVENTS, "<int:number>", CALENDAR), views.calendar, name="calendar"),
    path(joined(EVENTS, "<int:number>", REGISTER), views.register_for_event, name="register"),
    path(joined(EVENTS, "<int:number>", RECEIPT, "<str:token>"), views.receipt, name="receipt"),
    path(joined(EVENTS, "<int:number>", MANAGE, "<str:token>"), views.manage, name="manage"),
    path(joined(EVENTS, "<int:number>", DOOR), views.door, name="door"),
    path(joined(EVENTS, "<int:number>", DOOR, "<str:code>"), views.note_arrival, name="note_arrival"),
]
