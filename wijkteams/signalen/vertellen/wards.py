"""In which ward and neighbourhood a place is. On a border there may be more than one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from wijkteams.finder_text import plain, read_postcode
from wijkteams.maps.distance import METRES_PER_DEGREE, metres
from wijkteams.maps.plattegrond import Ring, holds, rings_of
from wijkteams.models import Buurt, Wijk
from wijkteams.models.wijk import ENDED

BORDER = 25.0
"Metres: nearer to a border than this, who tells it chooses."
AREA = TypeVar("AREA", Wijk, Buurt)


def wards_at(latitude: float, longitude: float, *, first: Wijk | None = None) -> list[Wijk]:
    """The wards with a team in which a place lies, or nearly so. `first` is looked at first.

    Well inside that one no other border is read.
    """
    if first is not None and _is_well_inside(first, latitude, longitude):
        return [first]
    wijken = Wijk.objects.exclude(boundary=None).exclude(status__in=ENDED)
    return list(_around(wijken.iterator(), latitude, longitude))


def buurt_at(wijk: Wijk, latitude: float, longitude: float) -> Buurt | None:
    """The neighbourhood of a ward in which a place lies."""
    for buurt in wijk.buurten.exclude(boundary=None):
        if any(holds(ring, (longitude, latitude)) for ring in rings_of(buurt.boundary)):
            return buurt
    return None


def buurt_named(wijk: Wijk, words: str) -> Buurt | None:
    """The neighbourhood that is named in words such as 'bij de bushalte in De Kade'."""
    said = f" {plain(words)} "
    found = [buurt for buurt in wijk.buurten.all() if f" {plain(buurt.name)} " in said]
    return max(found, key=lambda buurt: len(buurt.name), default=None)


def wards_named(words: str) -> list[Wijk]:
    """The wards of a postcode in words such as 'Kadeweg 12, 5014 AB'; without one none."""
    parts = plain(words).split()
    for one, after in zip(parts, [*parts[1:], ""], strict=False):
        for text in (f"{one} {after}".strip(), one):
            digits, letters = read_postcode(text)
            if digits:
                rows = Wijk.objects.exclude(status__in=ENDED)
                return list(rows.by_postcode(digits + letters))
    return []


def _around(areas: Iterable[AREA], latitude: float, longitude: float) -> Iterable[AREA]:
    for area in areas:
        rings = rings_of(area.boundary)
        point = (longitude, latitude)
        if any(holds(ring, point) or _is_near(ring, latitude, longitude) for ring in rings):
            yield area


def _is_well_inside(wijk: Wijk, latitude: float, longitude: float) -> bool:
    rings = rings_of(wijk.boundary)
    inside = any(holds(ring, (longitude, latitude)) for ring in rings)
    return inside and not any(_is_near(ring, latitude, longitude) for ring in rings)


def _is_near(ring: Ring, latitude: float, longitude: float) -> bool:
    """Whether a border comes within so many metres; its sides are short enough to be straight."""
    degrees = 2 * BORDER / METRES_PER_DEGREE
    longitudes = [point[0] for point in ring]
    latitudes = [point[1] for point in ring]
    if not (
        min(latitudes) - degrees <= latitude <= max(latitudes) + degrees
        and min(longitudes) - 2 * degrees <= longitude <= max(longitudes) + 2 * degrees
    ):
        return False
    sides = zip(ring, [*ring[1:], ring[0]], strict=True)
    return any(_to_side(a, b, latitude, longitude) <= BORDER for a, b in sides)


def _to_side(
    a: tuple[float, float], b: tuple[float, float], latitude: float, longitude: float
) -> float:
    """Metres from a place to the nearest point of a side."""
    wide, high = b[0] - a[0], b[1] - a[1]
    length = wide * wide + high * high
    along = 0.0
    if length:
        along = ((longitude - a[0]) * wide + (latitude - a[1]) * high) / length
        along = min(max(along, 0.0), 1.0)
    return metres(latitude, longitude, a[1] + along * high, a[0] + along * wide)
