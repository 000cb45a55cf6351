"""Addresses of sending out and of keeping, in the CMS."""

from __future__ import annotations

from django.urls import path

from enquetes.toegang.beheer import codes, keeping, panel

app_name = "toegang"
urlpatterns = [
    path("codes/<int:pk>/", codes.index, name="codes"),
    path("codes/<int:pk>/maken/", codes.more, name="codes_maken"),
    path("codes/<int:pk>/opnieuw/", codes.again, name="codes_opnieuw"),
    path("codes/blad/<int:pk>/", codes.download, name="codeblad"),
    path("panel/", panel.members, name="leden"),
    path("panel/lid/<int:pk>/weg/", panel.remove, name="lid_weg"),
    path("panel/<int:pk>/", panel.index, name="panel"),
    path("panel/<int:pk>/mailen/", panel.write, name="panel_mailen"),
    path("bewaren/<int:pk>/", keeping.index, name="bewaren"),
]
