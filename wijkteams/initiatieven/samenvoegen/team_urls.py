"""Addresses of the team's screens about merging, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.initiatieven.samenvoegen import team

app_name = "samenvoegen"
urlpatterns: list[URLPattern] = [
    path("<int:pk>/samenvoegen/", team.merge_screen, name="samen"),
    path("<int:pk>/losmaken/", team.separate_screen, name="los"),
]
