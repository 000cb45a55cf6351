"""The head of the screens of signals in the CMS."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkteams.signalen.models import Signaal

ICON = "comment"


def frame(title: str, *between: tuple[str, str]) -> dict[str, Any]:
    """The title and the way back: over the queue, and what lies between (label, address)."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    overview = _("Signalen")
    crumbs.append({"url": reverse("signalen:index"), "label": overview})
    crumbs += [{"url": url, "label": label} for label, url in between]
    if title != overview:
        crumbs.append({"url": "", "label": title})
    return {"page_title": title, "header_icon": ICON, "breadcrumbs_items": crumbs}


def frame_of(signaal: Signaal, title: str = "") -> dict[str, Any]:
    """The head of a screen about one signal. By its number: words do not belong in an address bar.

    The number tells nothing of a confidential one to who looks over a shoulder.
    """
    if not title:
        return frame(signaal.code)
    return frame(title, (signaal.code, reverse("signalen:een", args=[signaal.pk])))
