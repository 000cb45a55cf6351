"""What hangs together in the demo city: merged, copied, and the thread from a signal on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wagtail.models import Page

from accounts.models import User
from wijkteams.draden.services import bind
from wijkteams.initiatieven.models import Initiatief, InitiatiefPage, Samenvoeging

Made = Sequence[tuple[Initiatief, dict[str, Any]]]
WHY_THEME = "Samen met wie ons dit vertelde, begonnen wij een boodschappenservice."
WHY_ACTIVITY = "Hier kunt u meedoen."
WHY_MERGED = "Het zijn twee plannen tegen de hitte, op hetzelfde plein. Samen komen wij verder."


def tie(made: Made, by: User | None) -> None:
    """Bind them to each other, and to the themes and activities that are there."""
    by_slug = {data["slug"]: initiatief for initiatief, data in made}
    for initiatief, data in made:
        if into := data.get("samengevoegd_in"):
            initiatief.samengevoegd_in = by_slug[into]
            Samenvoeging.objects.create(
                bron=initiatief, doel=by_slug[into], reden=WHY_MERGED, door=by
            )
        if source := data.get("recept_van"):
            initiatief.recept_van = by_slug[source]
        initiatief.save()
        _thread(initiatief, data, by)


def _thread(initiatief: Initiatief, data: dict[str, Any], by: User | None) -> None:
    page = InitiatiefPage.objects.get(translation_key=initiatief.translation_key)
    if theme := _page("thema_van_signalen", data):
        bind(theme, page, waarom=WHY_THEME, door=by)
    if activity := _page("activiteit", data):
        bind(page, activity, waarom=WHY_ACTIVITY, door=by)


def _page(name: str, data: dict[str, Any]) -> Page | None:
    slug = data.get(name)
    found = Page.objects.filter(slug=slug, live=True).first() if slug else None
    return found.specific if found else None
