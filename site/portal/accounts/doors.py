"""The sign-in forms that Django and Wagtail bring along are closed: each leads to the one door, where attempts are limited.

Included before the addresses that they stand in for.
"""

from django.urls import URLPattern, path

from portal.accounts.views import to_new_password, to_sign_in

admin_doors: list[URLPattern] = [
    path("admin/login/", to_sign_in, name="admin_sign_in"),
    path("admin/password_reset/", to_new_password, name="admin_new_password"),
    path("admin/password_reset/<path:rest>", to_new_password, name="admin_new_password_step"),
]
public_doors: list[URLPattern] = [path("_util/login/", to_sign_in, name="private_page_sign_in")]
