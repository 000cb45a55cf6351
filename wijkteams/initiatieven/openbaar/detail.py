"""What the page of an initiative shows, besides its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import page_cache
from core.absolute import absolute
from core.places import url_of
from wijkteams.ground import ground_of
from wijkteams.initiatieven.beheren.part import updates_part
from wijkteams.initiatieven.hulp.part import help_part
from wijkteams.initiatieven.models import (
    AFGESLOTEN,
    Initiatief,
    Initiatiefnemer,
    Partnerrol,
    Staat,
    Stap,
)
from wijkteams.initiatieven.openbaar.cards import Label, items_of, label_of
from wijkteams.initiatieven.openbaar.choosing import key_of_one
from wijkteams.initiatieven.openbaar.recipe import recipe_part
from wijkteams.initiatieven.openbaar.sharing import sharing_of
from wijkteams.initiatieven.samenvoegen.part import merged_part
from wijkteams.initiatieven.steun.part import support_part

if TYPE_CHECKING:
    from core.blocks.ground import Ground
    from wijkteams.initiatieven.models import InitiatiefPage

ON_THE_WAY = (
    Staat.IDEE,
    Staat.IN_GESPREK,
    Staat.ZOEKT_HULP,
    Staat.VOORBEREIDING,
    Staat.BEZIG,
)


@dataclass(frozen=True)
class Dot:
    """Its place on the outline of the ward."""

    ground: Ground
    x: int
    y: int


def initiative_context(page: InitiatiefPage, request: HttpRequest) -> dict[str, Any]:
    """For the template; before it was published for the first time, only the page itself."""
    page_cache.shows(key_of_one(page.translation_key))
    rows = Initiatief.objects.select_related("wijk", "samengevoegd_in")
    initiatief = rows.filter(translation_key=page.translation_key).first()
    subjects = {"subjects": [thema.name for thema in page.themas.all()]}
    if initiatief is None:
        return subjects
    return {
        **subjects,
        **_state(initiatief),
        **_around(page, initiatief, request),
        "initiatief": initiatief,
        "people": _people(initiatief),
        "partners": _partners(initiatief),
        "dot": _dot(initiatief),
        "recipe": recipe_part(page, initiatief),
        # Each for its own template, templates/initiatieven/<room>/part.html.
        **help_part(initiatief),
        **support_part(initiatief, page.locale.language_code),
        **updates_part(initiatief),
        **merged_part(initiatief),
    }


def _state(initiatief: Initiatief) -> dict[str, Any]:
    """How far it is, in words, in a line of bricks, and how it came there (requirement I2)."""
    rows = Stap.objects.filter(initiatief=initiatief).order_by("wanneer", "pk")
    steps = list(rows.only("naar", "van", "zin", "wanneer"))
    return {
        "label": Label(_since(initiatief), label_of(initiatief.staat).tone),
        "bricks": _bricks(initiatief.staat, {step.naar for step in steps}),
        "steps": steps,
    }


def _since(initiatief: Initiatief) -> str:
    words = {
        "staat": initiatief.get_staat_display(),
        "maand": date_format(initiatief.staat_sinds, "F Y"),
    }
    return _("%(staat)s, sinds %(maand)s") % words


def _bricks(staat: str, been: set[str]) -> list[dict[str, str]]:
    """The line of states: what is behind it, where it is now, what may come. An end is the last.

    What it never was is not behind it: what stopped as an idea was not under way.
    """
    last = staat if staat in AFGESLOTEN else Staat.KLAAR
    to_come = ON_THE_WAY[ON_THE_WAY.index(Staat(staat)) :] if staat in ON_THE_WAY else ()
    line = [*(one for one in ON_THE_WAY if one in been or one in to_come), last]
    here = line.index(Staat(staat))
    place = {-1: "done", 0: "now", 1: "next"}
    return [
        {"words": str(Staat(one).label), "state": place[(number > here) - (number < here)]}
        for number, one in enumerate(line)
    ]


def _people(initiatief: Initiatief) -> list[str]:
    """Who wants it, as far as they agreed that all may read it, and said yes by our mail."""
    rows = Initiatiefnemer.objects.filter(
        initiatief=initiatief,
        naam_openbaar=True,
        gestopt_op=None,
        bevestigd_op__isnull=False,
    )
    return list(rows.order_by("pk").values_list("name", flat=True))


def _partners(initiatief: Initiatief) -> list[Partnerrol]:
    """With what each does; a partner that is not on the site is not named here either."""
    rows = Partnerrol.objects.filter(initiatief=initiatief, organisatie__is_openbaar=True)
    return list(
        rows.select_related("organisatie").only("rol", "organisatie__name", "organisatie__website")
    )


def _dot(initiatief: Initiatief) -> Dot | None:
    if initiatief.wijk is None or initiatief.latitude is None or initiatief.longitude is None:
        return None
    ground = ground_of(initiatief.wijk)
    spot = ground.dot(initiatief.latitude, initiatief.longitude) if ground else None
    return Dot(ground, *spot) if ground and spot else None


def _around(page: InitiatiefPage, initiatief: Initiatief, request: HttpRequest) -> dict[str, Any]:
    """Ways to others; of a merged one, search engines are led to what it went into (I5)."""
    found: dict[str, Any] = {
        "share": sharing_of(page, absolute(url_of(page, request))),
    }
    into = initiatief.samengevoegd_in
    if into is not None:
        found["robots"] = "noindex"
        page_cache.shows(key_of_one(into.translation_key))
        item = items_of({into.translation_key}, page.locale).get(into.translation_key)
        if item is not None:
            found |= {"canonical_url": absolute(item.url), "alternates": []}
    return found
