"""Addresses for machines and for everybody, without a language.

/livez and /healthz are answered before all this, by core.machines.probes.
"""

from __future__ import annotations

from django.urls import URLPattern, path

from core.machines import sitemap, texts

urlpatterns: list[URLPattern] = [
    path("robots.txt", texts.robots, name="robots"),
    path(".well-known/security.txt", texts.security, name="security_txt"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.part, name="sitemap_part"),
]
