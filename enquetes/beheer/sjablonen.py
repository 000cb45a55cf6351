"""Templates to begin with (requirement S15): texts in enquetes/sjablonen/, made into blocks.

The ids of their questions and answers never change: so the same question can be compared with
last year's, and with what another ward was told.
"""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from enquetes.vragen.lijst import Soort, Toets

FOLDER = Path(__file__).parent.parent / "sjablonen"
SHARED = "algemeen"
NAMESPACE = uuid.UUID("6b8f3c1e-0f5d-4f0e-9a51-6a7d2f1c4e70")
TICKS = ("verplicht", "anders", "weet_niet", "uitsplitsen")
PLAIN = ("text", "help", "minimum", "maximum", "links", "rechts")
WITH_OTHER = {Soort.KEUZE, Soort.KEUZES}
WITHOUT_DONT_KNOW = {Soort.KORT, Soort.LANG, Soort.RANGORDE, Soort.FOTO, Soort.TEKST}
SPLITS = {Soort.KEUZE, Soort.BUURT}

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Sjabloon:
    """A survey to begin with."""

    code: str
    naam: str
    waarvoor: str
    titel: str
    samenvatting: str
    volgorde: int
    velden: Data
    "Settings of the page that differ from the usual."
    blokken: list[dict[str, Any]]


def stable_id(*parts: str) -> str:
    """The id that this part of a template has in every survey that is made of it."""
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


@cache
def sjablonen() -> tuple[Sjabloon, ...]:
    """All of them, in the order in which they are offered."""
    files = (file for file in FOLDER.glob("*.toml") if file.stem != SHARED)
    return tuple(sorted((_read(file) for file in files), key=lambda one: one.volgorde))


def sjabloon(code: str) -> Sjabloon | None:
    """The one with this name."""
    return next((one for one in sjablonen() if one.code == code), None)


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _shared() -> dict[str, Any]:
    shared: dict[str, Any] = _toml(FOLDER / f"{SHARED}.toml")["vraag"]
    return shared


def _read(file: Path) -> Sjabloon:
    data = _toml(file)
    pages = data.pop("bladzijde")
    names = ("naam", "waarvoor", "titel", "samenvatting", "volgorde")
    known = {name: data.pop(name) for name in names}
    maker = _Maker(file.stem, pages)
    return Sjabloon(code=file.stem, velden=data, blokken=maker.blocks(), **known)


class _Maker:
    """Makes the blocks of one template."""

    def __init__(self, code: str, pages: list[Data]) -> None:
        self.code, self.pages = code, pages
        self.questions: dict[str, tuple[str, Data]] = {}
        for page in pages:
            for vraag in page["vraag"]:
                name, own = (
                    (SHARED, vraag["gebruik"]) if "gebruik" in vraag else (code, vraag["id"])
                )
                content = {**_shared()[own], **vraag} if name == SHARED else vraag
                self.questions[own] = (stable_id(name, own), content)

    def blocks(self) -> list[dict[str, Any]]:
        """As a StreamField keeps them."""
        return [self._page(number, page) for number, page in enumerate(self.pages, start=1)]

    def _page(self, number: int, page: Data) -> dict[str, Any]:
        value = {
            "title": page.get("title", ""),
            "intro": page.get("intro", ""),
            "als": self._condition(page),
            "vragen": [
                self._question(vraag.get("gebruik") or vraag["id"]) for vraag in page["vraag"]
            ],
        }
        return {"type": "stap", "id": stable_id(self.code, f"bladzijde-{number}"), "value": value}

    def _question(self, name: str) -> dict[str, Any]:
        key, vraag = self.questions[name]
        soort = vraag["soort"]
        value: dict[str, Any] = {one: vraag[one] for one in PLAIN if one in vraag}
        value |= {one: vraag.get(one, False) for one in _ticks(soort)}
        value |= {"help": vraag.get("help", ""), "als": self._condition(vraag)}
        if soort == Soort.SCHAAL:
            value["maximum"] = str(vraag.get("schaal", 5))
        for list_name in ("opties", "rijen"):
            if list_name in vraag:
                value[list_name] = [_item(key, text) for text in vraag[list_name]]
        return {"type": soort, "id": key, "value": value}

    def _condition(self, data: Data) -> dict[str, Any]:
        regels = data.get("als", [])
        return {
            "alle": True,
            "regels": [self._rule(number, one) for number, one in enumerate(regels)],
        }

    def _rule(self, number: int, regel: Data) -> dict[str, Any]:
        key, vraag = self.questions[regel["vraag"]]
        toets = next((one for one in Toets if one.value in regel), Toets.BEANTWOORD)
        given = regel.get(toets.value, [])
        values = given if isinstance(given, list) else [given]
        ids = {
            item["value"]: item["id"] for item in (_item(key, t) for t in vraag.get("opties", []))
        }
        waarden = " ".join(str(ids.get(one, one)) for one in values)
        value = {"vraag": key, "toets": toets.value, "waarden": waarden}
        return {"type": "item", "id": stable_id(self.code, key, f"regel-{number}"), "value": value}


def _name(vraag: Data) -> str:
    """By which conditions know it."""
    name: str = vraag.get("gebruik") or vraag["id"]
    return name


def _ticks(soort: str) -> list[str]:
    """What can be ticked for this kind."""
    left_out = set()
    if soort not in WITH_OTHER:
        left_out.add("anders")
    if soort in WITHOUT_DONT_KNOW:
        left_out.add("weet_niet")
    if soort not in SPLITS:
        left_out.add("uitsplitsen")
    return [tick for tick in TICKS if tick not in left_out]


def _item(key: str, text: str) -> dict[str, Any]:
    return {"type": "item", "id": stable_id(key, text), "value": text}
