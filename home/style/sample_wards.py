"""The wards of the sample city. Nothing is stored, and no address leads anywhere."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static

from home.style.sample_words import Words
from wijkteams.listing import WijkItem
from wijkteams.models import Wijk, WijkPage
from wijkteams.palettes import Palet

NOWHERE = "#voorbeeld"


def wijk(words: Words, palette: str) -> Wijk:
    return Wijk(
        code="VOORBEELD",
        name=words.ward,
        slug="voorbeeld",
        palette=palette,
        meeting_place=words.place,
        contact_phone="0123 45 67 89",
        contact_email="haven@sluisdam.example",
    )


def wijk_page(words: Words) -> WijkPage:
    """A page that is in no tree: it leads nowhere."""
    page = WijkPage(title=words.ward, slug="voorbeeld", summary=words.summary)
    page.get_url = lambda *_args, **_kwargs: NOWHERE
    return page


def wards(words: Words, palette: str) -> list[WijkItem]:
    palettes = [palette, *(palet.value for palet in Palet if palet.value != palette)]
    states = [Wijk.Status.ACTIEF, Wijk.Status.ACTIEF, Wijk.Status.SLAPEND, Wijk.Status.GESTOPT]
    return [
        WijkItem(
            code=name,
            name=name,
            slug="voorbeeld",
            url=NOWHERE,
            palette=palettes[number],
            status=states[number],
            status_label=str(states[number].label),
            gemeente=words.city,
            number=number + 1,
        )
        for number, name in enumerate(words.wards)
    ]


def city_map(words: Words) -> dict[str, Any]:
    return {
        "gemeente": words.city,
        "url": static("img/stijl/kaart.svg"),
        "width": 600,
        "height": 493,
    }
