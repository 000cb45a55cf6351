"""From the blocks of a page to the questions as values."""

from __future__ import annotations

from typing import Any

from enquetes.vragen.blocks import VragenlijstBlock
from enquetes.vragen.lijst import Optie, Regel, Soort, Stap, Voorwaarde, Vraag, Vragenlijst


def vragenlijst_of(stream: Any) -> Vragenlijst:
    """The questions in the StreamField of a page; ids of blocks become ids of questions."""
    return Vragenlijst(tuple(_stap(block) for block in stream))


def vragenlijst_van(blokken: list[dict[str, Any]]) -> Vragenlijst:
    """The same of blocks as a StreamField keeps them, without a page."""
    return vragenlijst_of(VragenlijstBlock().to_python(blokken))


def _stap(block: Any) -> Stap:
    value = block.value
    return Stap(
        id=str(block.id),
        title=value["title"] or "",
        intro=value["intro"] or "",
        als=_voorwaarde(value["als"]),
        vragen=tuple(_vraag(one) for one in value["vragen"]),
    )


def _vraag(block: Any) -> Vraag:
    value, soort = block.value, block.block_type
    return Vraag(
        id=str(block.id),
        soort=soort,
        text=value["text"] or "",
        help=value.get("help") or "",
        verplicht=bool(value.get("verplicht")),
        als=_voorwaarde(value["als"]),
        opties=_opties(value.get("opties")),
        rijen=_opties(value.get("rijen")),
        anders=bool(value.get("anders")),
        weet_niet=bool(value.get("weet_niet")),
        minimum=1 if soort == Soort.SCHAAL else value.get("minimum"),
        maximum=_number(value.get("maximum")),
        links=value.get("links") or "",
        rechts=value.get("rechts") or "",
        uitsplitsen=bool(value.get("uitsplitsen")),
    )


def _number(value: Any) -> float | None:
    return None if value in (None, "") else float(value)


def _opties(value: Any) -> tuple[Optie, ...]:
    if value is None:
        return ()
    return tuple(Optie(str(child.id), str(child.value)) for child in value.bound_blocks)


def _voorwaarde(value: Any) -> Voorwaarde:
    regels = (
        Regel(one["vraag"] or "", one["toets"], tuple((one["waarden"] or "").split()))
        for one in value["regels"]
    )
    return Voorwaarde(tuple(regels), bool(value["alle"]))
