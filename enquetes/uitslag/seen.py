"""A question as its results are seen: rows with a bar, in the words of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from enquetes.invullen.choice_fields import DONT_KNOW, FACES, OTHER
from enquetes.uitslag.onthulling.table import VERRAADT
from enquetes.vragen import Soort, Vragenlijst
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET


@dataclass(frozen=True)
class Rij:
    """One answer: how many gave it, and how wide its bar is, of 100."""

    text: str
    aantal: int | None
    procent: int | None
    breedte: float
    top: bool = False
    vorige: int | None = None
    "The percentage of last time."


@dataclass(frozen=True)
class Deel:
    """A chart with its table: of a question, or of one row of a question that is a table."""

    id: str
    text: str
    n: int | None
    rijen: list[Rij]
    samen: Rij | None = None
    "The answers that are not shown apart, together."
    verborgen: int = 0
    "How many those are."
    vorige_n: int | None = None


@dataclass(frozen=True)
class Gezien:
    """All that is seen of one question."""

    id: str
    nummer: int | None
    text: str
    soort: str
    deel: Deel
    delen: list[Deel] = field(default_factory=list)
    gemiddelde: float | None = None
    vorige_gemiddelde: float | None = None
    hoogste: int | None = None
    "Of a scale: its last figure."
    plaatsen: list[tuple[str, float]] = field(default_factory=list)
    citaten: list[str] = field(default_factory=list)
    kaart: Any = None
    meer: bool = False
    verraadt: bool = False


class Words:
    """Texts by id: of the reader's language as far as there are any, else as they were kept."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._vragen = vragenlijst.by_id
        self._opties = {
            (vraag.id, one.id): one.text
            for vraag in vragenlijst.vragen()
            for one in (*vraag.opties, *vraag.rijen)
        }

    def vraag(self, figure: Mapping[str, Any]) -> str:
        """What was asked."""
        found = self._vragen.get(figure["id"])
        return found.text if found else str(figure["text"])

    def cel(self, figure: Mapping[str, Any], cell: Mapping[str, Any]) -> str:
        """One of the answers."""
        standard = {
            ANDERS: OTHER,
            WEET_NIET: DONT_KNOW,
            BUITEN: _("Ik woon ergens anders"),
            JA: _("Ja"),
            NEE: _("Nee"),
        }
        key = cell["id"]
        if figure["soort"] == Soort.SMILEYS and key.isdigit():
            return str(FACES[int(key) - 1])
        return self._opties.get((figure["id"], key)) or str(standard.get(key, cell["text"] or key))

    def hoogste(self, figure: Mapping[str, Any]) -> int | None:
        """The last figure of a scale."""
        found = self._vragen.get(figure["id"])
        if figure["soort"] != Soort.SCHAAL or found is None:
            return None
        return int(found.maximum or 5)


def seen(
    figure: Mapping[str, Any],
    words: Words,
    nummer: int | None,
    vorige: Mapping[str, Any] | None = None,
) -> Gezien:
    """One question, beside the same question of last time."""
    before = vorige if vorige and vorige["soort"] == figure["soort"] else None
    return Gezien(
        id=figure["id"],
        nummer=nummer,
        text=words.vraag(figure),
        soort=figure["soort"],
        deel=_part(figure, figure, words, before),
        delen=[
            _part(figure, row, words, _row(before, row["id"]))
            for row in figure["rijen"]
            if not row["reden"]
        ],
        gemiddelde=figure["gemiddelde"],
        vorige_gemiddelde=before["gemiddelde"] if before else None,
        hoogste=words.hoogste(figure),
        plaatsen=[(words.cel(figure, one), one["gemiddelde"]) for one in figure["plaatsen"]],
        meer=figure["soort"] == Soort.KEUZES,
        verraadt=figure["reden"] == VERRAADT,
    )


def _row(figure: Mapping[str, Any] | None, key: str) -> Mapping[str, Any] | None:
    rows = figure["rijen"] if figure else []
    return next((row for row in rows if row["id"] == key and not row["reden"]), None)


def _part(
    figure: Mapping[str, Any],
    part: Mapping[str, Any],
    words: Words,
    before: Mapping[str, Any] | None,
) -> Deel:
    rows = _rows(figure, part["cellen"], words, before)
    hidden = [row.text for row in rows if row.aantal is None]
    shown = len(hidden) < len(rows)
    return Deel(
        id=part["id"],
        text=words.cel(figure, part) if part is not figure else words.vraag(figure),
        n=part["n"],
        rijen=rows if shown else [],
        samen=_together(part, hidden) if shown else None,
        verborgen=len(hidden),
        vorige_n=before["n"] if before else None,
    )


def _rows(
    figure: Mapping[str, Any],
    cells: list[dict[str, Any]],
    words: Words,
    before: Mapping[str, Any] | None,
) -> list[Rij]:
    last = {cell["id"]: cell["procent"] for cell in before["cellen"]} if before else {}
    most = max((cell["procent"] or 0 for cell in cells), default=0)
    on_map = figure["soort"] == Soort.KAART
    return [
        Rij(
            text=_spot(at, cell["id"]) if on_map else words.cel(figure, cell),
            aantal=cell["aantal"],
            procent=_whole(cell["procent"]),
            breedte=cell["procent"] or 0,
            top=bool(cell["procent"]) and cell["procent"] == most,
            vorige=_whole(last.get(cell["id"])),
        )
        for at, cell in enumerate(cells, start=1)
    ]


def _together(part: Mapping[str, Any], names: list[str]) -> Rij | None:
    """The answers that are not shown apart, as one line."""
    if part["samen"] is None or not part["n"]:
        return None
    percent = 100 * part["samen"] / part["n"]
    # Quoted: an answer may have commas of its own.
    text = get_text_list([f"‘{name}’" for name in names], _("en")) or _("Al het andere")
    return Rij(text, part["samen"], _whole(percent), round(percent, 1))


def _spot(at: int, key: str) -> str:
    """The name of a square on the map."""
    return str(DONT_KNOW) if key == WEET_NIET else _("Vak %(number)d") % {"number": at}


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number + 0.5)
