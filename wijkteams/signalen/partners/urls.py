"""Addresses of passing on, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.signalen.partners import views
from wijkteams.signalen.partners.koppeling.screen import koppeling

app_name = "signaalpartner"
urlpatterns: list[URLPattern] = [
    path("<int:pk>/doorzetten/", views.pass_on, name="doorzetten"),
    path("organisatie/<int:pk>/koppeling/", koppeling, name="koppeling"),
    path("antwoord/<int:pk>/", views.check, name="nakijken"),
    path("antwoord/<int:pk>/intrekken/", views.withdraw, name="intrekken"),
]
