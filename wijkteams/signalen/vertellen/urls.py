"""Addresses of telling, and of the pages behind links in our mails."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.maps import outlines
from wijkteams.signalen.vertellen import (
    also,
    begin,
    confirming,
    following,
    mine,
    photos,
    sending,
    steps,
)

urlpatterns: list[URLPattern] = [
    path("signaal/nieuw/", begin.nieuw, name="signaal_nieuw"),
    path("signaal/nieuw/nakijken/", sending.nakijken, name="signaal_nakijken"),
    path("signaal/nieuw/foto/<int:pk>/", photos.conceptfoto, name="signaal_conceptfoto"),
    path("signaal/nieuw/<slug:stap>/", steps.stap, name="signaal_stap"),
    path("signaal/bevestigen/<str:token>/", confirming.bevestigen, name="signaal_bevestigen"),
    path("signaal/mijn/<str:token>/", mine.mijn, name="signaal_mijn"),
    path("signaal/mijn/<str:token>/foto/<slug:code>/", mine.foto, name="signaal_mijn_foto"),
    path("signaal/volgen/<str:token>/", following.volgen, name="signaal_volgen"),
    path("signaal/omtrek/<slug:slug>/", outlines.omtrek, name="signaal_omtrek"),
    path("signaal/<slug:code>/ook/", also.ook, name="signaal_ook"),
]
