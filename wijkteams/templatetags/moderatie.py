"""{% meld_inhoud thing %}: the way to report what somebody placed."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from wijkteams.moderatie.mails import link_of_decision
from wijkteams.moderatie.models import Besluit
from wijkteams.moderatie.registry import subject_for

register = template.Library()


@register.inclusion_tag("moderatie/meld_inhoud.html")
def meld_inhoud(thing: Any) -> dict[str, Any]:
    """A link to the form; it asks the database nothing."""
    subject = subject_for(thing)
    if subject is None:
        return {"url": ""}
    return {"url": reverse("meld_inhoud", args=[subject.kind, subject.key_of(thing)])}


@register.inclusion_tag("moderatie/besluiten_over.html")
def besluiten_over(thing: Any) -> dict[str, Any]:
    """What was decided on this, with the statement of reasons: for who placed it.

    Only on a page that nobody else can open. Who left no address reads it there (rule R-16).
    """
    subject = subject_for(thing)
    if subject is None:
        return {"rows": []}
    found = Besluit.objects.filter(soort=subject.kind, object_id=thing.pk)
    return {"rows": [(one, link_of_decision(one)) for one in found]}
