from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import pgettext_lazy

from portal.accounts import views
from portal.languages.address import MY_DATA, joined

SENT = pgettext_lazy("address", "sent")
DOWNLOAD = pgettext_lazy("address", "download")
ERASE = pgettext_lazy("address", "erase")
ERASED = pgettext_lazy("address", "erased")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.account_home, name="account_home"),
    path(joined(MY_DATA), views.my_data, name="my_data"),
    path(joined(MY_DATA, SENT), views.my_data_sent, name="my_data_sent"),
    path(joined(MY_DATA, ERASED), views.my_data_erased, name="my_data_erased"),
    path(joined(MY_DATA, "<str:token>"), views.my_data_held, name="my_data_held"),
    path(joined(MY_DATA, "<str:token>", DOWNLOAD), views.my_data_download, name="my_data_download"),
    path(joined(MY_DATA, "<str:token>", ERASE), views.my_data_erase, name="my_data_erase"),
    path("", include("allauth.urls")),
]
