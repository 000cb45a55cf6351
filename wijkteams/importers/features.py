"""From features to areas: wards and buurten of which everything has been checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from .geometry import BadGeometryError, Boundary, NoAreaError, as_geojson, read_boundary
from .limits import MAX_POINTS, MAX_RINGS
from .names import (
    BUURT_NAME_KEYS,
    GEMEENTE_KEYS,
    WIJK_NAME_KEYS,
    BadPropertyError,
    first_of,
    read_code,
    read_gemeentecode,
    read_name,
    read_words,
    wijkcode_of,
)
from .problems import InvalidImportError, Problem
from .reading import Source, read_features


@dataclass(frozen=True)
class Gebied:
    """A ward or buurt from a file: checked, cleaned, and not yet in the database."""

    code: str
    name: str
    gemeente: str
    gemeentecode: str
    shape: BaseGeometry | None
    source: str
    number: int
    repaired: bool = False

    @property
    def is_wijk(self) -> bool:
        return self.code.startswith("WK")

    @property
    def wijkcode(self) -> str:
        return wijkcode_of(self.code)

    @cached_property
    def boundary(self) -> dict[str, Any] | None:
        return as_geojson(self.shape) if self.shape else None


@dataclass
class Reading:
    """What was found in the files with areas, and what was wrong with them."""

    gemeentecode: str = ""
    gebieden: dict[str, Gebied] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    points: int = 0
    rings: int = 0
    water: int = 0
    elsewhere: int = 0

    def read(self, source: Source) -> None:
        """Take in one file; problems are collected, so that all are told at once."""
        try:
            features = read_features(source)
        except InvalidImportError as refusal:
            self.problems += refusal.problems
            return
        for number, feature in enumerate(features, start=1):
            self._read_feature(feature, source.name, number)
            if self.points > MAX_POINTS or self.rings > MAX_RINGS:
                self.problems.append(Problem(_too_many_points(), source.name))
                return

    def _read_feature(self, feature: object, source: str, number: int) -> None:
        code = ""
        try:
            properties = _properties(feature)
            if _is_water(properties):
                self.water += 1
                return
            code = read_code(properties)
            gemeentecode = read_gemeentecode(properties, code)
            if self.gemeentecode and gemeentecode != self.gemeentecode:
                self.elsewhere += 1
                return
            self._add(properties, feature, code, source, number)
        except (BadPropertyError, BadGeometryError) as error:
            place = _("gebied %(number)d") % {"number": number}
            self.problems.append(Problem(str(error), source, place, code))

    def _add(
        self, properties: dict[str, Any], feature: Any, code: str, source: str, number: int
    ) -> None:
        if code in self.gebieden:
            raise BadPropertyError(
                _("Deze code staat er twee keer in (ook bij gebied %(number)d).")
                % {"number": self.gebieden[code].number}
            )
        name_keys = WIJK_NAME_KEYS if code.startswith("WK") else BUURT_NAME_KEYS
        name = read_name(first_of(properties, name_keys))
        gemeente = read_words(first_of(properties, GEMEENTE_KEYS))
        boundary = _boundary(feature.get("geometry"), code)
        self.points += boundary.points if boundary else 0
        self.rings += boundary.rings if boundary else 0
        self.gebieden[code] = Gebied(
            code=code,
            name=name,
            gemeente=gemeente,
            gemeentecode=read_gemeentecode(properties, code),
            shape=boundary.shape if boundary else None,
            source=source,
            number=number,
            repaired=bool(boundary and boundary.repaired),
        )


def read_gebieden(sources: Sequence[Source], gemeentecode: str = "") -> Reading:
    """Read all files with areas; look at `problems` before using anything else."""
    reading = Reading(gemeentecode=gemeentecode)
    for source in sources:
        reading.read(source)
    return reading


def _properties(feature: object) -> dict[str, Any]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise BadPropertyError(_("Dit is geen gebied ('Feature')."))
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        raise BadPropertyError(_("De gegevens van dit gebied ('properties') ontbreken."))
    return {str(key).lower(): value for key, value in properties.items()}


def _boundary(geometry: object, code: str) -> Boundary | None:
    """A ward must have a usable boundary; a tiny buurt may do without one."""
    try:
        return read_boundary(geometry)
    except NoAreaError:
        if code.startswith("BU"):
            return None
        raise


def _is_water(properties: dict[str, Any]) -> bool:
    """CBS draws the water of a municipality as an area of its own; nobody lives there."""
    value = properties.get("water")
    return isinstance(value, str) and value.strip().upper() == "JA"


def _too_many_points() -> str:
    return _("De grenzen hebben samen te veel punten (hoogstens %(limit)d).") % {
        "limit": MAX_POINTS
    }
