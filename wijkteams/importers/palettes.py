"""Colours for new wards: neighbours differ, and no colour is used much more than another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db.models import Q
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from wijkteams.models import Wijk
from wijkteams.palettes import DEFAULT_PALETTE, Palet

from .dossier import WijkUnit
from .neighbours import neighbours

# The default is the city's own and is left to the hub.
CHOICES = [palet.value for palet in Palet if palet != DEFAULT_PALETTE]


def assign_palettes(units: Sequence[WijkUnit]) -> dict[str, str]:
    """A palette for each ward in the files that the site does not have yet."""
    shapes = {unit.code: unit.wijk.shape for unit in units if unit.wijk and unit.wijk.shape}
    existing = _existing({unit.wijk.gemeentecode for unit in units if unit.wijk}, shapes)
    beside = neighbours(shapes)
    chosen = dict(existing)
    usage = Counter(existing.values())
    fresh = [code for code in beside if code not in existing]
    # Whoever has most neighbours chooses first: those have least choice.
    for code in sorted(fresh, key=lambda one: (-len(beside[one]), one)):
        around = Counter(chosen[other] for other in beside[code] if other in chosen)
        best = min(CHOICES, key=lambda palet: (around[palet], usage[palet], CHOICES.index(palet)))
        chosen[code] = best
        usage[best] += 1
    return {code: chosen[code] for code in fresh}


def _existing(gemeenten: set[str], shapes: dict[str, BaseGeometry]) -> dict[str, str]:
    """Palettes of the wards that are there, whose shapes are added to `shapes`."""
    found: dict[str, str] = {}
    wijken = Wijk.objects.filter(Q(gemeentecode__in=gemeenten) | Q(code__in=list(shapes)))
    for wijk in wijken.only("code", "palette", "boundary"):
        found[wijk.code] = wijk.palette
        drawn = _shape(wijk.boundary)
        if drawn is not None:
            shapes[wijk.code] = drawn
    return found


def _shape(boundary: object) -> BaseGeometry | None:
    """The drawn boundary; nothing if an editor left something there that is no boundary."""
    if not isinstance(boundary, dict):
        return None
    try:
        return shape(boundary)
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None
