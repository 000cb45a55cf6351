"""Groups of people beside each other, and what of a table may be seen in all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from enquetes.uitslag.onthulling.line import total
from enquetes.uitslag.onthulling.table import Zicht, is_spread
from enquetes.uitslag.tabellen import MET_GEMIDDELDE, Tabel
from enquetes.uitslag.telling import Telling, add
from enquetes.vragen import Soort


def together(groups: Iterable[Mapping[str, Any]]) -> Telling:
    """Several groups as one."""
    made: Telling = {"aantal": 0, "vragen": {}}
    for group in groups:
        add(made, dict(group))
    return made


@dataclass(frozen=True)
class Opening:
    """Which cells of a table may be seen in every column; the others only together."""

    cells: frozenset[str] = frozenset()
    mean: bool = False

    def __bool__(self) -> bool:
        return bool(self.cells) or self.mean

    @property
    def weight(self) -> int:
        """How much there is to see in one column."""
        return len(self.cells) or int(self.mean)


NOTHING = Opening()


def opening(
    tabel: Tabel, zicht: Zicht, everybody: Telling, columns: Sequence[Telling], least: int
) -> Opening:
    """The most that may be seen of a table in these columns, each about at least `least`.

    The columns are all groups that are shown, and what is left: that follows from the others.
    """
    if zicht.reden:
        return NOTHING
    mean = zicht.mean and all(_mean_is_safe(tabel, one, least) for one in columns)
    if tabel.vraag.soort == Soort.GETAL:
        return Opening(mean=mean)
    cells = _cells(tabel, zicht, everybody, columns, least)
    if tabel.vraag.soort not in MET_GEMIDDELDE:
        return Opening(cells)
    whole = len(cells) == len(tabel.cellen)
    # A scale of which most figures are put together tells nothing.
    few = 2 * len(cells) < len(tabel.cellen)
    return Opening(frozenset() if few or (mean and not whole) else cells, mean)


def fits(tabel: Tabel, seen: Opening, columns: Sequence[Telling], least: int) -> bool:
    """Whether what is seen of a table elsewhere may be seen in these columns too."""
    if seen.mean and not all(_mean_is_safe(tabel, one, least) for one in columns):
        return False
    if not seen.cells:
        return bool(seen)
    rest = {optie.id for optie in tabel.cellen} - seen.cells
    return all(_large(tabel, one, key, least) for one in columns for key in seen.cells) and (
        _rest_is_large(tabel, rest, columns, least)
    )


def _cells(
    tabel: Tabel, zicht: Zicht, everybody: Telling, columns: Sequence[Telling], least: int
) -> frozenset[str]:
    keys = {optie.id for optie in tabel.cellen}
    shown = {
        key for key in keys - zicht.hidden if all(_large(tabel, one, key, least) for one in columns)
    }
    for key in sorted(shown, key=lambda key: (everybody["cellen"][key], key)):
        if _rest_is_large(tabel, keys - shown, columns, least):
            break
        shown.discard(key)
    return frozenset(shown)


def _large(tabel: Tabel, telling: Telling, key: str, least: int) -> bool:
    value = telling["cellen"].get(key, 0)
    return bool(value >= least and (not tabel.meer or telling["n"] - value >= least))


def _rest_is_large(tabel: Tabel, rest: Set[str], columns: Sequence[Telling], least: int) -> bool:
    if not rest:
        return True
    if len(rest) < 2:
        return False
    return tabel.meer or all(total(one["cellen"], rest) >= least for one in columns)


def _mean_is_safe(tabel: Tabel, telling: Telling, least: int) -> bool:
    if telling["getallen"] < least:
        return False
    return tabel.vraag.soort == Soort.GETAL or is_spread(telling, least)
