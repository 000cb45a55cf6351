"""Addresses of results under the CMS."""

from __future__ import annotations

from django.urls import path

from enquetes.uitslag import screens
from enquetes.uitslag.lezen import views as lezen

app_name = "uitslag"
urlpatterns = [
    path("<int:pk>/", screens.index, name="index"),
    path("<int:pk>/bekendmaken/", screens.publish, name="publish"),
    path("<int:pk>/terughalen/", screens.take_back, name="take_back"),
    path("<int:pk>/lezen/", lezen.read, name="lezen"),
    path("<int:pk>/getoond/", lezen.shown, name="getoond"),
    path("<int:pk>/niet-tonen/", lezen.unshow, name="unshow"),
]
