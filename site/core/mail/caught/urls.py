"""Addresses of the caught mail, under the CMS; only where the settings catch it."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail.admin.auth import require_admin_access

from core.mail.caught import views

app_name = "uitgaande_mail"
urlpatterns: list[URLPattern] = [
    path("", require_admin_access(views.index), name="index"),
    path("<slug:name>/", require_admin_access(views.mail), name="mail"),
    path("<slug:name>/html/", require_admin_access(views.html), name="html"),
    path("<slug:name>/eml/", require_admin_access(views.eml), name="eml"),
]
