"""Addresses of the screen, under the CMS."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "taken"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:pk>/opnieuw/", views.again, name="again"),
]
