"""Addresses of paper, under the CMS."""

from __future__ import annotations

from django.urls import path

from enquetes.papier import comparing, entering, piles, printing

app_name = "papier"
urlpatterns = [
    path("", piles.index, name="index"),
    path("<int:pk>/", piles.survey, name="enquete"),
    path("<int:pk>/afdrukken/", printing.screen, name="afdrukken"),
    path("druk/<int:druk_id>/", printing.download, name="download"),
    path("stapel/<int:stapel_id>/", piles.pile, name="stapel"),
    path("stapel/<int:stapel_id>/begin/", entering.begin, name="begin"),
    path("stapel/<int:stapel_id>/verschillen/", comparing.screen, name="verschillen"),
    path("stapel/<int:stapel_id>/tellen/", piles.count, name="tellen"),
    path("formulier/<int:invoer_id>/", entering.screen, name="formulier"),
    path("formulier/<int:invoer_id>/weg/", entering.drop, name="weg"),
]
