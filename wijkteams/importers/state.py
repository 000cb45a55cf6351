"""What the site knows about a ward at the moment of the import."""

from __future__ import annotations

from dataclasses import dataclass, field

from wijkteams.models import Buurt, Gebiedscode, Kerncijfer, Wijk

from .dossier import WijkUnit


@dataclass
class WijkState:
    """What the site knows about one ward, read in five queries at most."""

    code: str
    wijk: Wijk | None = None
    several_codes: bool = False
    buurten: dict[str, Buurt] = field(default_factory=dict)
    elsewhere: dict[str, Buurt] = field(default_factory=dict)
    figures: dict[str, Kerncijfer] = field(default_factory=dict)


def find_wijk(code: str) -> Wijk | None:
    """The ward of this code, or else the ward that covers the CBS area of this code."""
    areas = Gebiedscode.objects.filter(code=code).values("wijk_id")
    return Wijk.objects.filter(code=code).first() or Wijk.objects.filter(pk__in=areas).first()


def read_state(unit: WijkUnit, year: int) -> WijkState:
    """Look up what is there now: the ward, its buurten and its figures."""
    state = WijkState(unit.code)
    state.wijk = find_wijk(unit.code)
    found = Buurt.objects.filter(code__in=[buurt.code for buurt in unit.buurten])
    for buurt in found.select_related("wijk").defer("wijk__boundary"):
        own = state.wijk is not None and buurt.wijk_id == state.wijk.pk
        (state.buurten if own else state.elsewhere)[str(buurt.code)] = buurt
    if state.wijk is not None:
        others = state.wijk.gebiedscodes.exclude(code=unit.code)
        state.several_codes = others.exclude(code=state.wijk.code).exists() or (
            state.wijk.code != unit.code and others.exists()
        )
        figures = Kerncijfer.objects.filter(wijk=state.wijk, jaar=year)
        state.figures = {figure.indicator: figure for figure in figures}
    return state
