"""Addresses of the team's work with signals, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.signalen.werk import (
    doing,
    dossier_views,
    entry,
    figures,
    one,
    queue,
    redact_views,
    together,
)

app_name = "signalen"
urlpatterns: list[URLPattern] = [
    path("", queue.index, name="index"),
    path("kaart.svg", queue.little_map, name="kaart"),
    path("nieuw/", entry.new, name="nieuw"),
    path("stap/", together.step_many, name="stappen"),
    path("samenvoegen/", together.merge_many, name="samen"),
    path("jaar/", figures.year, name="jaar"),
    path("dossiers/", dossier_views.index, name="dossiers"),
    path("dossiers/nieuw/", dossier_views.new, name="dossier"),
    path("dossiers/<int:dossier_id>/", dossier_views.download, name="dossier_pdf"),
    path("<int:pk>/", one.one, name="een"),
    path("<int:pk>/stap/", doing.step, name="stap"),
    path("<int:pk>/afspraken/", doing.arrange, name="regelen"),
    path("<int:pk>/soort/", doing.sort, name="soort"),
    path("<int:pk>/site/", doing.on_site, name="site"),
    path("<int:pk>/los/", doing.apart, name="los"),
    path("<int:pk>/mee/", entry.me_too, name="mee"),
    path("<int:pk>/tweede/<int:opvolging_id>/", doing.second, name="tweede"),
    path("<int:pk>/tekst/", redact_views.words, name="tekst"),
    path("<int:pk>/foto/<int:foto_id>/", redact_views.foto, name="foto"),
    path("<int:pk>/foto/<int:foto_id>/site/", doing.photo_on_site, name="foto_site"),
    path("<int:pk>/foto/<int:foto_id>/weg/", redact_views.off_site, name="foto_weg"),
    path("<int:pk>/foto/<int:foto_id>/afdekken/", redact_views.covering, name="afdekken"),
]
