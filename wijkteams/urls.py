"""Addresses of wards that are no pages."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from wijkteams.documents import serve_document
from wijkteams.invitation_views import invitation
from wijkteams.originals import original
from wijkteams.tags import own_tags
from wijkteams.takedown import take_down_photo
from wijkteams.vermeldingen import sitemap

urlpatterns: list[URLPattern] = [
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.part, name="sitemap_part"),
    path("uitnodiging/<str:token>/", invitation, name="invitation"),
    path("beheer/origineel/<path:name>", original, name="original"),
    path("beheer/foto/<int:image_id>/weghalen/", take_down_photo, name="take_down_photo"),
    # Before Wagtail's own, which suggests the words of all wards.
    path("beheer/tag-autocomplete/", own_tags, name="own_tags"),
    # Before Wagtail's own, which keeps the name. No address that is Wagtail's may slip past ours.
    re_path(r"^documenten/(\d+)/(.*)$", serve_document),
]
