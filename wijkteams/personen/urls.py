"""Addresses of the screens, under the CMS. No address of a person ever stands in one."""

from __future__ import annotations

from django.urls import path

from . import erasing, purged, views

app_name = "personen"
urlpatterns = [
    path("", views.index, name="index"),
    path("meegeven/", views.export, name="export"),
    path("wissen/", erasing.erase, name="erase"),
    path("opgeruimd/", purged.index, name="purged"),
]
