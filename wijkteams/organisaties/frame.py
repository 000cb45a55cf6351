"""The head of the screens about one partner, in the CMS."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


def frame(title: str) -> dict[str, Any]:
    """The title, and the way back to the partners."""
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("organisatie:index"), "label": _("Partners")},
        {"url": "", "label": title},
    ]
    return {"page_title": title, "header_icon": "group", "breadcrumbs_items": crumbs}
