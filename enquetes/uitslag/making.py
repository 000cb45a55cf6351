"""From what was counted to the figures that may be seen (`figures` says what they look like)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from django.conf import settings
from django.utils import timezone, translation

from enquetes.models import Enquete
from enquetes.uitslag.onthulling.choosing import Chooser, Keuze
from enquetes.uitslag.onthulling.depends import rules_of
from enquetes.uitslag.onthulling.line import hidden_in_line, total
from enquetes.uitslag.onthulling.table import TE_WEINIG
from enquetes.uitslag.tabellen import (
    ALLEEN_AANTAL,
    Tabel,
    buurten_of,
    past_buurten,
    tabellen,
    vragen_of,
)
from enquetes.uitslag.telling import Telling
from enquetes.vragen.antwoord import WEET_NIET
from wijkteams.kanaal import Kanaal

Json: TypeAlias = dict[str, Any]
LEAST = 5
"No figure is about fewer people, whatever a survey says."


def figures_of(enquete: Enquete, tally: Telling) -> Json:
    """The figures of a survey; {} when too few answered to show anything."""
    drempel = max(LEAST, enquete.drempel)
    if tally["aantal"] < drempel:
        return {}
    rules = rules_of(versie.vragenlijst for versie in enquete.versies.all())
    with translation.override(settings.LANGUAGE_CODE):
        vragen, buurten = vragen_of(enquete), buurten_of(enquete)
        tables = tabellen(vragen, [*buurten, *past_buurten(vragen, tally, buurten)])
        keuze = Chooser(tally, tables, rules, drempel).choose()
        return Maker(tally, tables, keuze, drempel).make()


class Maker:
    """Writes down what may be seen."""

    def __init__(self, tally: Telling, tables: list[Tabel], keuze: Keuze, drempel: int) -> None:
        self.tally, self.tables, self.keuze, self.drempel = tally, tables, keuze, drempel

    def make(self) -> Json:
        """All of it."""
        return {
            "aantal": self.tally["aantal"],
            "op": timezone.localdate().isoformat(),
            "drempel": self.drempel,
            "kanalen": self._channels(),
            "filters": self._filters(),
            "vragen": _by_question((tabel, self._whole(tabel)) for tabel in self.tables),
            "gefilterd": self._parts(),
        }

    def _channels(self) -> list[Json]:
        cells = self.tally["kanalen"]
        hidden = hidden_in_line(cells, self.drempel)
        words = dict(Kanaal.choices)
        return [
            _cell(key, str(words[key]), None if key in hidden else cells[key], self.tally["aantal"])
            for key in words
            if key in cells
        ]

    def _filters(self) -> list[Json]:
        used = {key for keys in self.keuze.by.values() for key in keys}
        return [
            {
                "id": deling.key,
                "text": deling.splitser.vraag.text,
                "waarden": [
                    {"id": optie.id, "text": optie.text}
                    for optie in deling.splitser.cellen
                    if optie.id in deling.shown
                ],
            }
            for deling in self.keuze.delingen
            if deling.key in used
        ]

    def _parts(self) -> Json:
        made: Json = {}
        for deling in self.keuze.delingen:
            for value in deling.shown:
                group = deling.groups[value]
                made[f"{deling.key}={value}"] = self._part(deling.key, group)
        for each in self.keuze.kruisingen:
            for row in each.rows:
                for col in each.cols:
                    key = f"{each.one.key}={row}&{each.other.key}={col}"
                    made[key] = self._part(each.key, each.groups[f"{row}|{col}"])
        return {key: part for key, part in made.items() if part["vragen"]}

    def _part(self, by: str | tuple[str, str], group: Any) -> Json:
        seen = [tabel for tabel in self.tables if by in self.keuze.by.get(tabel.key, ())]
        figures = ((tabel, self._in_part(tabel, tabel.telling(group))) for tabel in seen)
        return {"aantal": group["aantal"], "vragen": _by_question(figures)}

    def _whole(self, tabel: Tabel) -> Json:
        zicht = self.keuze.zicht[tabel.key]
        telling = tabel.telling(self.tally)
        if zicht.reden:
            return {"n": None, "cellen": [], "samen": None, "reden": zicht.reden}
        made = _figure(tabel, telling, set(telling["cellen"]) - zicht.hidden)
        if zicht.mean:
            made |= _means(tabel, telling)
        return made

    def _in_part(self, tabel: Tabel, telling: Telling) -> Json:
        seen = self.keuze.opening[tabel.key]
        made = _figure(tabel, telling, set(seen.cells))
        return made | _means(tabel, telling) if seen.mean else made


def _figure(tabel: Tabel, telling: Telling, shown: set[str]) -> Json:
    cells, n = telling["cellen"], telling["n"]
    made: Json = {"n": n, "samen": None, "reden": "", "cellen": []}
    if tabel.vraag.soort in ALLEEN_AANTAL:
        return made
    rest = set(cells) - shown
    if shown and rest and not tabel.meer:
        made["samen"] = total(cells, rest)
    if tabel.open:
        order = sorted(shown, key=lambda key: (key == WEET_NIET, -cells[key], key))
        made["cellen"] = [_cell(key, "", cells[key], n) for key in order]
    elif shown or rest:
        made["cellen"] = [
            _cell(one.id, one.text, cells[one.id] if one.id in shown else None, n)
            for one in tabel.cellen
        ]
    return made


def _means(tabel: Tabel, telling: Telling) -> Json:
    if telling["plaatsen"]:
        places = [
            {
                "id": one.id,
                "text": one.text,
                "gemiddelde": round(telling["plaatsen"].get(one.id, 0) / telling["n"], 1),
            }
            for one in tabel.cellen
        ]
        return {"plaatsen": sorted(places, key=lambda one: one["gemiddelde"])}
    if not telling["getallen"]:
        return {}
    return {"gemiddelde": round(telling["som"] / telling["getallen"], 1)}


def _cell(key: str, text: str, number: int | None, n: int) -> Json:
    percent = None if number is None or not n else round(100 * number / n, 1)
    return {"id": key, "text": text, "aantal": number, "procent": percent}


def _by_question(figures: Iterable[tuple[Tabel, Json]]) -> list[Json]:
    """The tables of a question of rows under one figure."""
    made: dict[str, Json] = {}
    for tabel, one in figures:
        vraag = tabel.vraag
        head = {"id": vraag.id, "soort": vraag.soort, "text": vraag.text}
        if tabel.rij is None:
            made[vraag.id] = {"gemiddelde": None, "plaatsen": [], "rijen": [], **head, **one}
            continue
        rest: Json = {"n": None, "cellen": [], "samen": None, "gemiddelde": None, "plaatsen": []}
        figure = made.setdefault(vraag.id, {**head, **rest, "rijen": [], "reden": TE_WEINIG})
        if not one["reden"]:
            figure["reden"] = ""
        figure["rijen"].append({"id": tabel.rij.id, "text": tabel.rij.text, **one})
    return list(made.values())
