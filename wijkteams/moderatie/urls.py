"""Addresses of moderation. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from wijkteams.moderatie import figures, house_rules, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("melden/huisregels/", house_rules.huisregels, name="huisregels"),
    path("melden/cijfers/", figures.this_year, name="moderatie_dit_jaar"),
    path("melden/cijfers/<int:jaar>/", figures.cijfers, name="moderatie_cijfers"),
    path("melden/mijn/<str:token>/", views.melding, name="moderatie_melding"),
    path("melden/besluit/<str:token>/", views.besluit, name="moderatie_besluit"),
    path("melden/<slug:soort>/<slug:sleutel>/", views.melden, name="meld_inhoud"),
]
