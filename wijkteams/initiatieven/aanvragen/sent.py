"""What was sent from a concept: a second click finds it, and where its page is."""

from __future__ import annotations

from django.urls import reverse

from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen.concept import code_of_idea
from wijkteams.initiatieven.models import InitiatiefAanvraag


def sent_from(token: str) -> InitiatiefAanvraag | None:
    """The idea that was sent from behind this link of a concept."""
    if tokens.code_of(tokens.CONCEPT, token) is None:
        return None
    return InitiatiefAanvraag.objects.filter(code=code_of_idea(token)).first()


def status_url(aanvraag: InitiatiefAanvraag) -> str:
    """The secret address where somebody sees what becomes of their idea."""
    return reverse("idee:status", args=[tokens.make(tokens.AANVRAAG, aanvraag.code)])
