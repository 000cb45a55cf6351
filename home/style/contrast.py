"""Which colours may stand on which, and how well they can be told apart in each palette."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from home.style.colour import contrast
from home.style.tokens import built_properties, colour_of
from wijkteams.palettes import Palet

if TYPE_CHECKING:
    from django.utils.functional import Promise

TEXT, SHAPE = 4.5, 3.0
STEPS = (50, 100, 200, 300, 400, 500, 600, 700, 800, 900)


class Pair(NamedTuple):
    """A colour role on another, and the least contrast that WCAG 2.2 AA asks."""

    front: str
    back: str
    least: float = TEXT


def _on(front: str, *backs: str, least: float = TEXT) -> tuple[Pair, ...]:
    return tuple(Pair(front, back, least) for back in backs)


PAPERS = ("papier", "vlak", "wijk-zacht", "wijk-vlak")
# Every pair that components use. The same list holds in light and in dark.
PAIRS: tuple[Pair, ...] = (
    *_on("wijk-actie-op", "wijk-actie", "wijk-actie-hover"),
    *_on("wijk-actie", *PAPERS),
    *_on("wijk-tekst", *PAPERS, "wijk-rand"),
    *_on("wijk-op-diep", "wijk-diep"),
    *_on("raam-op", "raam"),
    *_on("lamp-op", "lamp"),
    *_on("inkt", *PAPERS, "wijk-rand", "fout-vlak", "let-op-vlak", "goed-vlak"),
    *_on("inkt-zacht", *PAPERS),
    *_on("fout", "fout-vlak", "papier", "vlak"),
    *_on("focus-inkt", "focus"),
    *_on("wijk-steen", "papier", "vlak", "wijk-zacht", "wijk-vlak", least=SHAPE),
    *_on("wijk-actie", "wijk-vlak", least=SHAPE),
    *_on("veldrand", "papier", "vlak", "wijk-zacht", least=SHAPE),
    *_on("let-op", "let-op-vlak", least=SHAPE),
    *_on("goed", "goed-vlak", least=SHAPE),
)
# The pairs that the style page shows: what people see most.
SHOWN: dict[Pair, str | Promise] = {
    Pair("wijk-actie-op", "wijk-actie"): _("Knop"),
    Pair("wijk-actie", "papier"): _("Link"),
    Pair("wijk-tekst", "wijk-vlak"): _("Gekleurde tekst"),
    Pair("inkt-zacht", "wijk-zacht"): _("Zachte tekst"),
    Pair("wijk-op-diep", "wijk-diep"): _("Voet"),
    Pair("wijk-steen", "vlak", SHAPE): _("Vormen"),
}


@dataclass(frozen=True)
class Figure:
    """The contrast of one pair in one palette and scheme."""

    pair: Pair
    ratio: float

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.pair.least


@dataclass(frozen=True)
class PaletteRow:
    """One palette in one scheme, as the style page lists it."""

    value: str
    label: str
    colours: list[str]
    figures: list[Figure]
    lowest: Figure


def measure(palette: str, *, dark: bool, pairs: Iterable[Pair] = PAIRS) -> list[Figure]:
    """The contrast of each pair, as the built style sheet has it."""
    properties = built_properties(palette, dark=dark)
    return [
        Figure(pair, contrast(colour_of(pair.front, properties), colour_of(pair.back, properties)))
        for pair in pairs
    ]


def palette_rows(*, dark: bool) -> list[PaletteRow]:
    """All palettes with their steps, the main figures and the pair with the least to spare."""
    rows = []
    for palet in Palet:
        properties = built_properties(palet.value, dark=dark)
        rows.append(
            PaletteRow(
                value=palet.value,
                label=str(palet.label),
                colours=[properties[f"--wijk-{step}"] for step in STEPS],
                figures=measure(palet.value, dark=dark, pairs=SHOWN),
                lowest=min(
                    measure(palet.value, dark=dark), key=lambda fig: fig.ratio / fig.pair.least
                ),
            )
        )
    return rows
