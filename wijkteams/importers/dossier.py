"""Everything from the files together, by ward: what the plan is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .features import Gebied, Reading, read_gebieden
from .kerncijfers import Figures, Kerncijfers, read_kerncijfers
from .names import normal_gemeentecode
from .neighbours import overlaps
from .problems import InvalidImportError, Problem
from .reading import Source

SHOWN_CODES = 10


@dataclass
class WijkUnit:
    """What the files say about one ward; the unit of one transaction."""

    code: str
    wijk: Gebied | None = None
    buurten: list[Gebied] = field(default_factory=list)
    figures: Figures = field(default_factory=dict)


@dataclass
class Dossier:
    """Checked files: units in order of code, the year of the figures, and warnings."""

    units: list[WijkUnit]
    year: int = 0
    warnings: list[str] = field(default_factory=list)


def build_dossier(
    sources: Sequence[Source],
    kerncijfers: Source | None = None,
    *,
    gemeente: str = "",
    year: int = 0,
) -> Dossier:
    """Read and check all files; raise `InvalidImportError` with every problem found."""
    gemeentecode = _gemeentecode(gemeente)
    reading = read_gebieden(sources, gemeentecode)
    figures = read_kerncijfers(kerncijfers, year) if kerncijfers else Kerncijfers()
    problems = reading.problems + figures.problems
    if problems:
        raise InvalidImportError(problems)
    if not reading.gebieden:
        raise InvalidImportError([Problem(_("Er blijft geen enkel gebied over om in te lezen."))])
    units = _units(reading, figures)
    warnings = _warnings(reading) + _figure_warnings(units, figures, gemeentecode)
    used = [units[code] for code in sorted(units) if units[code].wijk or units[code].buurten]
    return Dossier(units=used, year=figures.year, warnings=warnings)


def _gemeentecode(gemeente: str) -> str:
    code = normal_gemeentecode(gemeente)
    if gemeente and not code:
        text = _("De gemeentecode moet eruitzien als GM0513.")
        raise InvalidImportError([Problem(text)])
    return code


def _units(reading: Reading, figures: Kerncijfers) -> dict[str, WijkUnit]:
    units: dict[str, WijkUnit] = {}
    for gebied in reading.gebieden.values():
        unit = units.setdefault(gebied.wijkcode, WijkUnit(gebied.wijkcode))
        if gebied.is_wijk:
            unit.wijk = gebied
        else:
            unit.buurten.append(gebied)
    for unit in units.values():
        unit.buurten.sort(key=lambda buurt: buurt.code)
        unit.figures = figures.by_code.get(unit.code, {})
    return units


def _warnings(reading: Reading) -> list[str]:
    found = []
    if reading.elsewhere:
        found.append(
            _("%(count)d gebieden van andere gemeenten zijn niet bekeken.")
            % {"count": reading.elsewhere}
        )
    if reading.water:
        found.append(
            _("%(count)d gebieden zijn water en zijn niet bekeken.") % {"count": reading.water}
        )
    repaired = sorted(gebied.code for gebied in reading.gebieden.values() if gebied.repaired)
    if repaired:
        text = _("De grens kruiste zichzelf en is hersteld: %(codes)s.")
        found.append(text % {"codes": short_list(repaired)})
    flat = sorted(gebied.code for gebied in reading.gebieden.values() if gebied.shape is None)
    if flat:
        text = _("Deze buurten zijn te klein getekend en krijgen geen grens: %(codes)s.")
        found.append(text % {"codes": short_list(flat)})
    return found + _overlap_warnings(reading)


def _overlap_warnings(reading: Reading) -> list[str]:
    found = []
    wijken = {g.code: g for g in reading.gebieden.values() if g.is_wijk}
    shapes = {code: wijk.shape for code, wijk in wijken.items() if wijk.shape}
    for first, second in overlaps(shapes):
        text = _("%(first)s en %(second)s liggen voor een deel over elkaar.")
        names = {"first": _label(wijken[first]), "second": _label(wijken[second])}
        found.append(text % names)
    return found


def _figure_warnings(
    units: dict[str, WijkUnit], figures: Kerncijfers, gemeentecode: str
) -> list[str]:
    if not figures.by_code:
        return []
    found = []
    digits = gemeentecode[2:]
    unknown = sorted(
        code
        for code in figures.by_code
        if code not in units and (not digits or code[2:6] == digits)
    )
    missing = sorted(code for code, unit in units.items() if unit.wijk and not unit.figures)
    if unknown:
        text = _("Kerncijfers zonder wijk in deze bestanden, niet gebruikt: %(codes)s.")
        found.append(text % {"codes": short_list(unknown)})
    if missing:
        text = _("Van deze wijken zijn er geen kerncijfers over %(year)d: %(codes)s.")
        found.append(text % {"year": figures.year, "codes": short_list(missing)})
    return found


def short_list(codes: Sequence[str]) -> str:
    """The first few codes, and how many more there are."""
    text = ", ".join(codes[:SHOWN_CODES])
    rest = len(codes) - SHOWN_CODES
    return _("%(codes)s en nog %(count)d") % {"codes": text, "count": rest} if rest > 0 else text


def _label(gebied: Gebied) -> str:
    return f"{gebied.name} ({gebied.code})"
