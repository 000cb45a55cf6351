"""The addresses of the handbook, below /beheer/handleiding/."""

from __future__ import annotations

from django.urls import URLPattern, path

from core.handbook import views

app_name = "handleiding"

urlpatterns: list[URLPattern] = [
    path("", views.index, name="index"),
    path("beelden/<slug:name>.webp", views.picture, name="picture"),
    path("<slug:name>/", views.chapter, name="chapter"),
]
