"""Addresses of the small pages around a newsletter. They stand before Wagtail's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from nieuws.abonneren.confirming import bevestigen
from nieuws.abonneren.leaving import afmelden
from nieuws.abonneren.mine import beheren, verlengen
from nieuws.abonneren.views import aanmelden, link

urlpatterns: list[URLPattern] = [
    path("nieuwsbrief/aanmelden/", aanmelden, name="nieuwsbrief_aanmelden"),
    path("<slug:wijk>/nieuwsbrief/aanmelden/", aanmelden, name="nieuwsbrief_aanmelden"),
    path("nieuwsbrief/bevestigen/<str:token>/", bevestigen, name="nieuwsbrief_bevestigen"),
    path("nieuwsbrief/afmelden/<str:token>/", afmelden, name="nieuwsbrief_afmelden"),
    path("nieuwsbrief/mijn/", link, name="nieuwsbrief_link"),
    path("nieuwsbrief/mijn/<str:token>/", beheren, name="nieuwsbrief_beheren"),
    path("nieuwsbrief/verlengen/<str:token>/", verlengen, name="nieuwsbrief_verlengen"),
]
