"""Keeps Wagtail's Site at the address that the settings name."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site


def place_site(**kwargs: Any) -> None:
    """Give the default Site host and port of BASE_URL; runs after each migrate, so at each start.

    Links to pages in the CMS and in mails are made from it.
    """
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = base.port or (443 if base.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None and (site.hostname, site.port) != (base.hostname, port):
        site.hostname, site.port = base.hostname or "localhost", port
        site.save()
