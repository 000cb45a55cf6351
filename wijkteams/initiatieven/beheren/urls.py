"""Addresses of this room that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from wijkteams.initiatieven.beheren import answers, home, photos, screens, wanted

_own: list[URLPattern] = [
    path("initiatief/foto/<str:code>/", photos.foto, name="foto"),
    path("initiatief/uitnodiging/<str:token>/", answers.uitnodiging, name="uitnodiging"),
    path("initiatief/loopt-nog/<str:token>/", answers.loopt_nog, name="loopt_nog"),
    path("initiatief/beheren/<str:token>/", home.beheren, name="beheren"),
    path("initiatief/beheren/<str:token>/bericht/", screens.bericht, name="bericht"),
    path("initiatief/beheren/<str:token>/wijzigen/", screens.wijzigen, name="wijzigen"),
    path("initiatief/beheren/<str:token>/stand/", screens.stand, name="stand"),
    path("initiatief/beheren/<str:token>/wie/", screens.wie, name="wie"),
    path("initiatief/beheren/<str:token>/hulp/", wanted.vragen, name="vragen"),
    path("initiatief/beheren/<str:token>/hulp/<str:code>/", wanted.hulpvraag, name="hulpvraag"),
    path("initiatief/beheren/<str:token>/foto/<str:code>/", home.foto, name="eigen_foto"),
]
urlpatterns: list[URLPattern | URLResolver] = [path("", include((_own, "initiatiefnemer")))]
