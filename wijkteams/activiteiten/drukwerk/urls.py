"""Addresses of what is made for on paper, under the CMS."""

from __future__ import annotations

from django.urls import path

from wijkteams.activiteiten.drukwerk import views

app_name = "drukwerk"
urlpatterns = [
    path("", views.index, name="index"),
    path("agenda/", views.agenda, name="agenda"),
    path("poster/<int:page_id>/", views.poster, name="poster"),
    path("<int:pk>/download/", views.download, name="download"),
]
