"""Where a signal is: exactly for the team, and as far as all may know (requirement G5)."""

from __future__ import annotations

import math
import re

from wijkteams.maps.distance import METRES_PER_DEGREE
from wijkteams.signalen.models.choices import Klasse, Soortplaats
from wijkteams.signalen.models.signaal import Signaal

GRID = 100
"Metres: the side of a square on the map."
NUMBER_OF_A_HOUSE = re.compile(r"\b\d+\s*-?\s*[a-z]?\b\.?", re.IGNORECASE)
POSTCODE = re.compile(r"\b\d{4}\s*[a-z]{2}\b", re.IGNORECASE)


def public_place(signaal: Signaal) -> None:
    """Fill in what all may see of its place; nothing of a confidential one, or of a whole ward."""
    signaal.openbaar_latitude = signaal.openbaar_longitude = None
    signaal.openbaar_plaats = ""
    if signaal.klasse == Klasse.VERTROUWELIJK or signaal.hele_wijk:
        return
    exact = signaal.klasse == Klasse.OPENBAAR and signaal.categorie.plaats == Soortplaats.PRECIES
    if signaal.klasse == Klasse.OPENBAAR:
        # Of a limited one no word of who told it is shown: lists say its buurt.
        signaal.openbaar_plaats = without_number(signaal.plaats_tekst)[:120]
    if signaal.latitude is None or signaal.longitude is None:
        return
    if exact:
        place = (round(signaal.latitude, 6), round(signaal.longitude, 6))
    else:
        place = snapped(signaal.latitude, signaal.longitude)
    signaal.openbaar_latitude, signaal.openbaar_longitude = place


def snapped(latitude: float, longitude: float, metres: int = GRID) -> tuple[float, float]:
    """The middle of the square of so many metres in which a place lies."""
    row = math.floor(latitude * METRES_PER_DEGREE / metres)
    middle = (row + 0.5) * metres / METRES_PER_DEGREE
    per_degree = METRES_PER_DEGREE * max(math.cos(math.radians(middle)), 0.01)
    column = math.floor(longitude * per_degree / metres)
    return round(middle, 6), round((column + 0.5) * metres / per_degree, 6)


def without_number(text: str) -> str:
    """A place in words without postcode and number of a house: 'Kadeweg 12 bis' → 'Kadeweg'."""
    bare = NUMBER_OF_A_HOUSE.sub("", POSTCODE.sub("", text))
    return re.sub(r"\s+", " ", bare).strip(" ,;-")
