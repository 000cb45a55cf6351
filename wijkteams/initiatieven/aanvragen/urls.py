"""Addresses of asking. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from wijkteams.initiatieven.aanvragen import begin, joining, later, mine, sending, steps

app_name = "idee"
urlpatterns: list[URLPattern | URLResolver] = [
    path("idee/", begin.nieuw, name="nieuw"),
    path("idee/lijkt-op/", begin.lijkt_op, name="lijkt_op"),
    path("idee/verder/<str:token>/", begin.verder, name="verder"),
    path("idee/verder/<str:token>/nakijken/", sending.nakijken, name="nakijken"),
    path("idee/verder/<str:token>/later/", later.later, name="later"),
    path("idee/verder/<str:token>/foto.jpg", steps.conceptfoto, name="conceptfoto"),
    path("idee/verder/<str:token>/<slug:stap>/", steps.stap, name="stap"),
    path("idee/mijn/<str:token>/", mine.status, name="status"),
    path("idee/mijn/<str:token>/foto/<slug:code>/", mine.foto, name="foto"),
    path("idee/mee/<str:token>/", joining.mee, name="mee"),
]
