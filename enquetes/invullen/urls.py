"""Addresses of filling in. The secret is in a cookie; only 'Later verder' has it in its address."""

from __future__ import annotations

from django.urls import URLPattern, path

from enquetes.invullen import later, photo_view, sending, views

urlpatterns: list[URLPattern] = [
    path("enquete/verder/<str:token>/", later.verder, name="enquete_verder"),
    path("enquete/<slug:code>/<int:stap>/", views.stap, name="enquete_stap"),
    path("enquete/<slug:code>/controle/", sending.controle, name="enquete_controle"),
    path("enquete/<slug:code>/later/", later.later, name="enquete_later"),
    path("enquete/<slug:code>/bedankt/", sending.bedankt, name="enquete_bedankt"),
    path("enquete/<slug:code>/foto/<slug:naam>/", photo_view.foto, name="enquete_foto"),
]
