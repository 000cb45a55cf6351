"""The head of the screens of this room, and mail in a frame."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

OVERVIEW = "edities:index"


def frame(title: str, *between: tuple[str, str]) -> dict[str, Any]:
    """The title and the way back: over the overview, and what lies between."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    overview = _("Verzendingen")
    crumbs.append({"url": reverse(OVERVIEW), "label": overview})
    crumbs += [{"url": url, "label": label} for label, url in between]
    if title != overview:
        crumbs.append({"url": "", "label": title})
    return {"page_title": title, "header_icon": "mail", "breadcrumbs_items": crumbs}
