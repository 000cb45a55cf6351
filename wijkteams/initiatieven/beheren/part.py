"""Updates on the page of an initiative: what its initiators told on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from wijkteams.initiatieven.models import Controle, Initiatief, Update

SHOWN = 20


@dataclass(frozen=True)
class Bericht:
    """One update, as all may read it."""

    update: Update
    photo_url: str


def updates_part(initiatief: Initiatief) -> dict[str, Any]:
    """The newest updates, and how many older ones there are: two questions."""
    rows = Update.objects.filter(initiatief=initiatief, controle=Controle.AKKOORD)
    newest = list(rows.order_by("-geplaatst_op", "-pk")[: SHOWN + 1])
    older = rows.count() - SHOWN if len(newest) > SHOWN else 0
    shown = [Bericht(one, photo_url(one)) for one in newest[:SHOWN]]
    return {"berichten": shown, "older": older}


def photo_url(update: Update) -> str:
    """Where its picture stands, as long as all may see it; empty without one."""
    return reverse("initiatiefnemer:foto", args=[update.code]) if update.foto else ""
