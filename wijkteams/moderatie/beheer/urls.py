"""Addresses of moderation in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.moderatie.beheer import listing, one, reviewing

app_name = "moderatie"
urlpatterns: list[URLPattern] = [
    path("", listing.index, name="index"),
    path("onzin/", listing.nonsense, name="onzin"),
    path("<int:pk>/", one.one, name="een"),
    path("<int:pk>/besluit/", one.decide, name="besluit"),
    path("<int:pk>/mening/", one.opinion, name="mening"),
    path("herziening/<int:pk>/", reviewing.review, name="herziening"),
]
