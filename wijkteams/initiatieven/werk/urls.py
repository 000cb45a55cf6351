"""Addresses of the team's work with initiatives, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.initiatieven.werk import (
    answering,
    doing,
    entry,
    idea,
    listing,
    looking,
    one,
    queue,
    tying,
)

app_name = "initiatieven"
urlpatterns: list[URLPattern] = [
    path("", listing.index, name="index"),
    path("ideeen/", queue.ideas, name="ideeen"),
    path("ideeen/nieuw/", entry.new, name="nieuw"),
    path("ideeen/<int:pk>/", idea.one, name="idee"),
    path("ideeen/<int:pk>/aannemen/", answering.accept, name="aannemen"),
    path("ideeen/<int:pk>/vragen/", answering.ask, name="vragen"),
    path("ideeen/<int:pk>/afwijzen/", answering.refuse, name="afwijzen"),
    path("ideeen/<int:pk>/meedoen/", answering.join, name="meedoen"),
    path("ideeen/<int:pk>/oppakken/", answering.take_up, name="oppakken"),
    path("ideeen/<int:pk>/foto/<int:beeld_id>/", idea.foto, name="foto"),
    path("<int:pk>/", one.one, name="een"),
    path("<int:pk>/stap/", doing.step, name="stap"),
    path("<int:pk>/plek/", doing.place, name="plek"),
    path("<int:pk>/partner/", doing.add_partner, name="partner"),
    path("<int:pk>/partner/<int:rol_id>/weg/", doing.drop_partner, name="partner_weg"),
    path("<int:pk>/draad/", tying.add, name="draad"),
    path("<int:pk>/draad/<int:draad_id>/weg/", tying.drop, name="draad_weg"),
    path("<int:pk>/maak/<slug:name>/", tying.make, name="maak_ervan"),
    path("<int:pk>/bericht/<int:update_id>/ja/", looking.update_yes, name="bericht_ja"),
    path("<int:pk>/bericht/<int:update_id>/nee/", looking.update_no, name="bericht_nee"),
    path("<int:pk>/bericht/<int:update_id>/foto/", looking.foto, name="berichtfoto"),
    path("<int:pk>/wijziging/<int:wijziging_id>/ja/", looking.change_yes, name="wijziging_ja"),
    path("<int:pk>/wijziging/<int:wijziging_id>/nee/", looking.change_no, name="wijziging_nee"),
    path("<int:pk>/nemer/<int:nemer_id>/link/", doing.mail_link, name="link"),
    path("<int:pk>/nemer/<int:nemer_id>/vertrouwen/", doing.trust, name="vertrouwen"),
]
