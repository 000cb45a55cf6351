"""The head of the screens of initiatives in the CMS."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkteams.initiatieven.models import Initiatief, InitiatiefAanvraag

ICON = "group"


def frame(title: str, *between: tuple[str, str]) -> dict[str, Any]:
    """The title and the way back: over the list, and what lies between (label, address)."""
    overview = _("Initiatieven")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("initiatieven:index"), "label": overview},
    ]
    crumbs += [{"url": url, "label": label} for label, url in between]
    if title != overview:
        crumbs.append({"url": "", "label": title})
    return {"page_title": title, "header_icon": ICON, "breadcrumbs_items": crumbs}


def frame_of(initiatief: Initiatief, title: str = "") -> dict[str, Any]:
    """The head of a screen about one initiative."""
    if not title:
        return frame(initiatief.title)
    return frame(title, (initiatief.title, reverse("initiatieven:een", args=[initiatief.pk])))


def frame_of_idea(aanvraag: InitiatiefAanvraag, title: str = "") -> dict[str, Any]:
    """The head of a screen about one idea."""
    queue = (_("Ideeën"), reverse("initiatieven:ideeen"))
    if not title:
        return frame(aanvraag.titel, queue)
    own = (aanvraag.titel, reverse("initiatieven:idee", args=[aanvraag.pk]))
    return frame(title, queue, own)
