"""Addresses of GeoReport v2, without a language before them."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from wijkteams.signalen.open311 import views
from wijkteams.signalen.open311.answers import XML

FORMAT = r"\.(?P<fmt>json|xml)$"
ROOT = "^georeport/v2/"

urlpatterns: list[URLPattern] = [
    re_path(f"{ROOT}discovery{FORMAT}", views.discovery, name="georeport_discovery"),
    re_path(f"{ROOT}services{FORMAT}", views.services, name="georeport_services"),
    re_path(f"{ROOT}services/(?P<code>[^/]+){FORMAT}", views.service, name="georeport_service"),
    re_path(f"{ROOT}requests{FORMAT}", views.requests, name="georeport_requests"),
    re_path(f"{ROOT}requests/(?P<code>[^/]+){FORMAT}", views.one_request, name="georeport_request"),
    re_path(f"{ROOT}servicerequestupdates{FORMAT}", views.updates, name="georeport_updates"),
    re_path(f"{ROOT}(?P<rest>.*){FORMAT}", views.nothing),
    path("georeport/v2/<path:rest>", views.nothing, {"fmt": XML}),
    path("georeport/v2/", views.nothing, {"fmt": XML}),
]
