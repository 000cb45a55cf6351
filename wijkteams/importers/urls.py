"""Addresses of the import screens, under the CMS."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "wijkimport"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuw/", views.upload, name="upload"),
    path("<int:pk>/", views.ronde, name="ronde"),
    path("<int:pk>/uitvoeren/", views.confirm, name="confirm"),
    path("<int:pk>/weggooien/", views.drop, name="drop"),
    path("<int:pk>/terugdraaien/", views.undo, name="undo"),
]
