"""Addresses of sending newsletters, under the CMS."""

from __future__ import annotations

from django.urls import path

from nieuws.edities import following, overview, sending

app_name = "edities"
urlpatterns = [
    path("", overview.index, name="index"),
    path("versturen/<int:page_id>/", sending.send, name="send"),
    path("versturen/<int:page_id>/proef/", sending.test, name="test"),
    path("versturen/<int:page_id>/voorbeeld/", sending.preview, name="preview"),
    path("<int:pk>/", following.edition, name="edition"),
    path("<int:pk>/stand/", following.status, name="status"),
    path("<int:pk>/pauze/", following.pause, name="pause"),
    path("<int:pk>/verder/", following.resume, name="resume"),
    path("<int:pk>/stoppen/", following.cancel, name="cancel"),
    path("<int:pk>/nakijken/", following.trouble, name="trouble"),
    path("<int:pk>/opnieuw/", following.again, name="again"),
]
