"""An activity in several languages: one of its pages says when and for how many, the others follow.

They follow in the database, so that no translation has to be published anew when a time changes.
A translator who writes another time is heard by nobody.
"""

from __future__ import annotations

from typing import Any

from core import page_cache
from wijkteams.activiteiten.models import ActiviteitPage

FOLLOWED = (
    "soort",
    "starts_at",
    "ends_at",
    "all_day",
    "herhaling",
    "locatie_id",
    "inschrijving",
    "bereik",
    "capacity",
    "reserved",
    "max_group",
    "wachtlijst",
    "closes_hours_before",
    "remind_days",
    "remind_hours",
    "keep_days",
)
"What is the same in every language."


def lead(page: ActiviteitPage) -> None:
    """Let all translations of a page say what it says, and show it."""
    from wijkteams.vermeldingen.events import refresh

    others = ActiviteitPage.objects.filter(translation_key=page.translation_key)
    pks = list(others.exclude(pk=page.pk).values_list("pk", flat=True))
    if not pks:
        return
    ActiviteitPage.objects.filter(pk__in=pks).update(**_said_by(page))
    refresh(pks)
    page_cache.drop(*(f"pagina:{pk}" for pk in pks))


def follow(page: ActiviteitPage, speaker: ActiviteitPage) -> None:
    """Let a translation say what the page that speaks does, whatever was written in it."""
    said = _said_by(speaker)
    if said == _said_by(page):
        return
    for name, value in said.items():
        setattr(page, name, value)
    ActiviteitPage.objects.filter(pk=page.pk).update(**said)


def _said_by(page: ActiviteitPage) -> dict[str, Any]:
    return {name: getattr(page, name) for name in FOLLOWED}
