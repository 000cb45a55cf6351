"""Addresses of files with answers, under the CMS."""

from __future__ import annotations

from django.urls import path

from enquetes.uitvoer import views

app_name = "uitvoer"
urlpatterns = [
    path("<int:pk>/", views.index, name="index"),
    path("<int:pk>/maken/", views.order, name="order"),
    path("<int:pk>/codeboek/", views.codebook, name="codebook"),
    path("bestand/<int:pk>/", views.download, name="download"),
]
