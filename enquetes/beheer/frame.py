"""The head of the screens of surveys in the CMS."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from enquetes.beheer.access import face_of
from enquetes.models import Enquete, EnquetePage

ICON = "clipboard-list"


def frame(title: str, *between: tuple[str, str]) -> dict[str, Any]:
    """The title and the way back: over the list, and what lies between.

    The title itself is not in it: it stands below, as the heading of the screen.
    """
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    overview = _("Enquêtes")
    if title != overview:
        crumbs.append({"url": reverse("enquetes:index"), "label": overview})
    crumbs += [{"url": url, "label": label} for label, url in between]
    return {"page_title": title, "header_icon": ICON, "breadcrumbs_items": crumbs}


def frame_of_survey(enquete: Enquete, title: str) -> dict[str, Any]:
    """The head of a screen about one survey, for who has no page of it at hand."""
    page = face_of(enquete)
    return frame_of(page, title) if page else frame(title, (enquete.title, ""))


def frame_of(page: EnquetePage, title: str) -> dict[str, Any]:
    """The head of a screen about one survey."""
    return frame(title, (page.title, reverse("enquetes:een", args=[page.pk])))
