"""Addresses of the small pages around filling in. They stand before Wagtail's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from enquetes.toegang.entering import link
from enquetes.toegang.panel_views import aanmelden, lid
from enquetes.toegang.uitslagmail import uitslag_per_mail
from enquetes.toegang.views import begin, klaar

urlpatterns: list[URLPattern] = [
    path("enquete/<slug:code>/", begin, name="enquete_begin"),
    path("enquete/<slug:code>/gemaild/", klaar, name="enquete_mail_klaar"),
    path("enquete/<slug:code>/link/<str:token>/", link, name="enquete_link"),
    path("enquete/<slug:code>/uitslag-per-mail/", uitslag_per_mail, name="enquete_uitslagmail"),
    path("bewonerspanel/", aanmelden, name="panel_aanmelden"),
    path("bewonerspanel/lid/<str:token>/", lid, name="panel_lid"),
    path("<slug:wijk>/bewonerspanel/", aanmelden, name="panel_aanmelden"),
]
