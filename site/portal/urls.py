"""Every door of the portal."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.accounts.doors import admin_doors, public_doors
from portal.delivery.media import picture
from portal.home import views as home_views
from portal.languages.address import ACCOUNT, joined
from portal.languages.views import choose_language
from portal.pages.serving import serve

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path("sitemap.xml", home_views.sitemap, name="sitemap"),
    path("robots.txt", home_views.robots, name="robots"),
    *admin_doors,
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", picture, name="picture"),
    *i18n_patterns(
        path(joined(ACCOUNT), include("portal.accounts.urls")),
        path("", include("portal.search.urls")),
        path("", include("portal.pages.urls")),
        path("", include("portal.home.urls")),
        path("", include("events.urls")),
        path("", include("consultation.urls")),
        path("", include("library.publications.urls")),
        path("", include("library.strategy.urls")),
        path("", include("library.reviews.urls")),
        *public_doors,
        *(each for each in wagtail_urls.urlpatterns if each.name != "wagtail_serve"),
        re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
        prefix_default_language=True,
    ),
]

handler400 = "portal.delivery.views.bad_request"
handler403 = "portal.delivery.views.permission_denied"
handler404 = "portal.delivery.views.page_not_found"
handler500 = "portal.delivery.views.server_error"
