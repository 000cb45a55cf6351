"""Who supports and who follows, without the mails that come before it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from wijkteams.initiatieven.models import Initiatief, Steun, Volger
from wijkteams.initiatieven.steun.counting import recount
from wijkteams.initiatieven.steun.marks import mark_of


def follower(initiatief: Initiatief, email: str = "anna@bewoner.example", **other: Any) -> Volger:
    """Who follows it and said yes by mail."""
    made = {"kenmerk": mark_of(email), "bevestigd_op": timezone.now()}
    return Volger.objects.create(initiatief=initiatief, email=email, **made | other)


def supporter(initiatief: Initiatief, email: str = "anna@bewoner.example", **other: Any) -> Steun:
    """Who supports it and said yes by mail; counted."""
    made = {"kenmerk": mark_of(email), "bevestigd_op": timezone.now()}
    found = Steun.objects.create(initiatief=initiatief, email=email, **made | other)
    recount(initiatief.pk)
    return found
