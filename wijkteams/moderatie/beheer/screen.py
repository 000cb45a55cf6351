"""What the screens of moderation share: rights, the head, and what a report is about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkteams.moderatie.registry import subject_of

VIEW: Final = "moderatie.view"
CHANGE: Final = "moderatie.change"
PATIENCE = timedelta(hours=48)
"After this the city looks along (requirement M3)."
CONFLICT = 409


def thing_for(user: Any, soort: str, pk: int) -> dict[str, Any]:
    """What it is about, as far as this volunteer may read it."""
    subject = subject_of(soort)
    thing = subject.get(pk) if subject else None
    if subject is None or thing is None:
        return {"gone": True}
    if not subject.readable_by(thing, user):
        return {"closed": True}
    subject.note_look(thing, user)
    return {
        "parts": subject.parts(thing),
        "url": subject.url_of(thing),
        "redact_url": "" if subject.redacts_words else subject.redact_url(thing),
        "is_redacted": subject.is_redacted(thing),
    }


def frame(title: str) -> dict[str, Any]:
    """The head of the screens of moderation."""
    overview = _("Gemelde inhoud")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("moderatie:index"), "label": overview},
    ]
    if title != overview:
        crumbs.append({"url": "", "label": title})
    return {"page_title": title, "header_icon": "warning", "breadcrumbs_items": crumbs}
