"""The addresses of the style page, below /beheer/stijl/."""

from __future__ import annotations

from django.urls import URLPattern, path

from home.style import views

app_name = "stijl"

urlpatterns: list[URLPattern] = [
    path("", views.index, name="index"),
    path("voorbeeld/", views.sample, name="sample"),
    path("<slug:slug>/", views.group, name="group"),
]
