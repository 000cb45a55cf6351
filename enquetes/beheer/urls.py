"""Addresses of making surveys, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from enquetes.beheer.closing import close
from enquetes.beheer.making import choose, make
from enquetes.beheer.overview import index, one
from enquetes.beheer.trial import trial
from enquetes.beheer.ways import ways

app_name = "enquetes"
urlpatterns: list[URLPattern] = [
    path("", index, name="index"),
    path("maak/<int:index_id>/", choose, name="maak"),
    path("maak/<int:index_id>/nieuw/", make, name="nieuw"),
    path("sluiten/<int:pk>/", close, name="sluiten"),
    path("<int:page_id>/", one, name="een"),
    path("<int:page_id>/paden/", ways, name="paden"),
    path("<int:page_id>/proefrit/", trial, name="proefrit"),
]
