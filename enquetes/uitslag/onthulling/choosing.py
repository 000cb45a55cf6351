"""All that may be seen of a survey: decided here, in the order of the questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from enquetes.uitslag.onthulling.columns import NOTHING, Opening, fits, opening
from enquetes.uitslag.onthulling.depends import Hides, gives_away, is_narrow
from enquetes.uitslag.onthulling.parts import Deling, Kruising, cross, divide
from enquetes.uitslag.onthulling.table import VERRAADT, Zicht, view_of
from enquetes.uitslag.tabellen import ALLEEN_AANTAL, Tabel
from enquetes.uitslag.telling import Telling, paren
from enquetes.vragen import Regel


@dataclass
class Keuze:
    """What may be seen: of everybody, by which parts, and what of a table in those."""

    zicht: dict[str, Zicht] = field(default_factory=dict)
    delingen: list[Deling] = field(default_factory=list)
    kruisingen: list[Kruising] = field(default_factory=list)
    opening: dict[str, Opening] = field(default_factory=dict)
    "Of each table: the same in all parts by which it may be seen."
    by: dict[str, set[str | tuple[str, str]]] = field(default_factory=dict)
    "By which questions, and by which pairs of questions, a table may be seen."


class Chooser:
    """Makes a `Keuze` of what was counted."""

    def __init__(
        self,
        tally: Telling,
        tabellen: Sequence[Tabel],
        rules: Mapping[str, list[Regel]],
        drempel: int,
    ) -> None:
        self.tally, self.tabellen, self.rules = tally, tabellen, rules
        self.drempel, self.least = drempel, 2 * drempel
        self.tables = {tabel.key: tabel for tabel in tabellen}
        self.everybody = {tabel.key: tabel.telling(tally) for tabel in tabellen}
        self.keuze = Keuze()

    def choose(self) -> Keuze:
        """Everybody first, then the parts, then the tables in them, then the pairs."""
        self._look_at_everybody()
        self.keuze.delingen = [
            deling for key in self.tally["splitsingen"] if (deling := self._divide(key))
        ]
        self._look_at_parts()
        for pair in paren([deling.key for deling in self.keuze.delingen]):
            self._look_at_pair(pair)
        return self.keuze

    def _look_at_everybody(self) -> None:
        hides = Hides()
        for tabel in self.tabellen:
            telling, rules = self.everybody[tabel.key], self.rules.get(tabel.vraag.id, [])
            zicht = view_of(tabel, telling, self.drempel)
            told = gives_away(rules, self.tables, hides) or is_narrow(
                rules, self.tables, self.everybody, telling["n"], self.drempel
            )
            if told and not zicht.reden:
                zicht = Zicht(frozenset(telling["cellen"]), reden=VERRAADT)
            hides.put(tabel, zicht)
            self.keuze.zicht[tabel.key] = zicht

    @property
    def _in_parts(self) -> list[Tabel]:
        """The tables that can be seen in parts: not those by which there are parts."""
        return [
            tabel
            for tabel in self.tabellen
            if tabel.key not in self.tally["splitsingen"]
            and tabel.vraag.soort not in ALLEEN_AANTAL
            and not tabel.open
        ]

    def _divide(self, key: str) -> Deling | None:
        if key not in self.tables:
            return None
        groups = self.tally["splitsingen"][key]

        def worth(columns: Sequence[Telling]) -> int:
            return sum(self._opening(tabel, columns).weight for tabel in self._in_parts)

        return divide(self.tables[key], self.keuze.zicht[key], groups, self.least, worth)

    def _opening(self, tabel: Tabel, columns: Iterable[Telling]) -> Opening:
        return opening(
            tabel,
            self.keuze.zicht[tabel.key],
            self.everybody[tabel.key],
            [tabel.telling(one) for one in columns],
            self.least,
        )

    def _look_at_parts(self) -> None:
        hides = {deling.key: Hides() for deling in self.keuze.delingen}
        for tabel in self._in_parts:
            rules = self.rules.get(tabel.vraag.id, [])
            found, by, columns = NOTHING, set[str | tuple[str, str]](), list[Telling]()
            for deling in self.keuze.delingen:
                if gives_away(rules, self.tables, hides[deling.key]):
                    continue
                more = self._opening(tabel, [*columns, *deling.columns])
                if more and 2 * more.weight >= found.weight:
                    found, columns = more, [*columns, *deling.columns]
                    by.add(deling.key)
            self.keuze.opening[tabel.key], self.keuze.by[tabel.key] = found, by
            for key, one in hides.items():
                one.put_split(tabel, found.cells if key in by else frozenset())

    def _look_at_pair(self, pair: tuple[str, str]) -> None:
        one, other = (next(d for d in self.keuze.delingen if d.key == key) for key in pair)
        groups = self.tally["paren"].get("|".join(pair))
        if groups is None:
            return

        def worth(columns: Sequence[Telling]) -> int:
            found = self._seen_in(pair, columns)
            return sum(self.keuze.opening[tabel.key].weight for tabel in found)

        kruising = cross(one, other, groups, worth)
        if kruising is None:
            return
        self.keuze.kruisingen.append(kruising)
        for tabel in self._seen_in(pair, kruising.columns):
            self.keuze.by[tabel.key].add(pair)

    def _seen_in(self, pair: tuple[str, str], columns: Sequence[Telling]) -> list[Tabel]:
        hides, found = Hides(), []
        for tabel in self._in_parts:
            seen = self.keuze.opening[tabel.key]
            if (
                set(pair) <= self.keuze.by[tabel.key]
                and not gives_away(self.rules.get(tabel.vraag.id, []), self.tables, hides)
                and fits(tabel, seen, [tabel.telling(one) for one in columns], self.least)
            ):
                found.append(tabel)
                hides.put_split(tabel, seen.cells)
            else:
                hides.put_split(tabel, frozenset())
        return found
