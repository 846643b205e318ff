from django.urls import path

from portal.home import views
from portal.home.feeds import NewsFeed
from portal.languages.address import CONTACT, FEED, NEWS, SENT, WRITE, joined

urlpatterns = [
    path(joined(CONTACT, WRITE), views.write_to_us, name="write_to_us"),
    path(joined(CONTACT, SENT), views.message_sent, name="message_sent"),
    path(joined(NEWS, FEED), NewsFeed(), name="news_feed"),
]
