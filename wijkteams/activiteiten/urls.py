"""Addresses of activities that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from wijkteams.activiteiten.aanbod import views as aanbod
from wijkteams.activiteiten.aanmelden.manage import aanmelding
from wijkteams.activiteiten.aanmelden.views import aanmelden

urlpatterns: list[URLPattern | URLResolver] = [
    # What organisations send in; before the pages of an agenda.
    path("agenda/aandragen/", aanbod.hand_in, name="aandragen"),
    path("agenda/aandragen/<str:token>/", aanbod.confirm, name="aandragen_bevestigen"),
    path("<slug:wijk>/agenda/aandragen/", aanbod.hand_in, name="aandragen"),
    # Calendars: the secret one of a person, and of one time.
    path("", include("wijkteams.activiteiten.ical.urls")),
    # Signing up: by time or for a whole series, of a ward or of the city; and the link in mails.
    path("aanmelding/<str:token>/", aanmelding, name="aanmelding"),
    path("agenda/<slug:slug>/aanmelden/", aanmelden, name="aanmelden"),
    path("agenda/<slug:slug>/<str:dag>/aanmelden/", aanmelden, name="aanmelden"),
    path("<slug:wijk>/agenda/<slug:slug>/aanmelden/", aanmelden, name="aanmelden"),
    path("<slug:wijk>/agenda/<slug:slug>/<str:dag>/aanmelden/", aanmelden, name="aanmelden"),
]
