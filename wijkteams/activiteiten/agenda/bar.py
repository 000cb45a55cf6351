"""The bar above an agenda: quick choices, and what was chosen, each to be taken off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from wijkteams.activiteiten.agenda.asked import NARROWING, Asked
from wijkteams.activiteiten.agenda.periods import WORDS, month_of

if TYPE_CHECKING:
    from wijkteams.activiteiten.agenda.options import Options


@dataclass(frozen=True)
class Chip:
    """A word that leads to another choice."""

    words: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Bar:
    """What stands above the list."""

    when: list[Chip]
    views: list[Chip]
    off: list[Chip]
    "What was chosen; its address is the same list without it."
    hidden: list[tuple[str, str]]
    "What the form sends along: when, and which view."


def bar_of(asked: Asked, options: Options, today: date) -> Bar:
    """All links of the bar."""
    return Bar(
        when=_when(asked),
        views=_views(asked, today),
        off=_off(asked, options),
        hidden=_hidden(asked),
    )


def _when(asked: Asked) -> list[Chip]:
    day = None if asked.maand else asked.dag
    found = [
        Chip(str(words), asked.but(wanneer=name, dag=None, maand=None), asked.wanneer == name)
        for name, words in WORDS.items()
    ]
    everything = not (asked.wanneer or day or asked.maand)
    return [*found, Chip(_("Alles"), asked.but(wanneer="", dag=None, maand=None), everything)]


def _views(asked: Asked, today: date) -> list[Chip]:
    month = asked.maand or month_of(asked.dag or today)
    is_list = not (asked.kaart or asked.maand)
    return [
        Chip(_("Lijst"), asked.but(kaart=False, maand=None), is_list),
        Chip(
            _("Maand"), asked.but(kaart=False, wanneer="", dag=None, maand=month), bool(asked.maand)
        ),
        Chip(_("Kaart"), asked.but(kaart=True, maand=None), asked.kaart),
    ]


def _off(asked: Asked, options: Options) -> list[Chip]:
    found = [Chip(words, _without(asked, name)) for name, words in options.names(asked)]
    if asked.gratis:
        found.append(Chip(_("Gratis"), _without(asked, "gratis")))
    if asked.drempels:
        found.append(Chip(_("Zonder drempels"), _without(asked, "drempels")))
    return found


def _without(asked: Asked, name: str) -> str:
    if name == "wijk":
        return asked.but(wijk="", buurt="")
    return asked.but(**{name: False if name in ("gratis", "drempels") else ""})


def _hidden(asked: Asked) -> list[tuple[str, str]]:
    kept = {
        "wanneer": asked.wanneer,
        "dag": asked.dag.isoformat() if asked.dag else "",
        "maand": str(asked.maand or ""),
        "kaart": "1" if asked.kaart else "",
    }
    return [(name, value) for name, value in kept.items() if value]


def all_off(asked: Asked) -> str:
    """The same days without any other choice."""
    return asked.but(**{name: type(getattr(asked, name))() for name in NARROWING})
