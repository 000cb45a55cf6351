"""Addresses of the times of an activity, under the CMS."""

from __future__ import annotations

from django.urls import path

from wijkteams.activiteiten.beheer import keren_list, keren_views

app_name = "keren"
urlpatterns = [
    path("<int:page_id>/", keren_list.index, name="index"),
    path("<int:page_id>/afgelasten/", keren_views.all_off, name="all_off"),
    path("<int:page_id>/hervatten/", keren_views.all_on, name="all_on"),
    path("keer/<int:pk>/", keren_views.edit, name="edit"),
    path("keer/<int:pk>/afgelasten/", keren_views.off, name="off"),
    path("keer/<int:pk>/hervatten/", keren_views.on, name="on"),
    path("keer/<int:pk>/volgende/", keren_views.part, name="part"),
]
