"""The published figures as a table for anybody: small numbers are hidden already (S9, S10).

One line for one figure, so that a program can read it and a spreadsheet can filter it. An empty
`waarde` is a number that is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enquetes.uitslag.figures import Cijfers

Line = list[Any]
HEADING = (
    *("filter_id", "filter", "vraag_id", "vraag", "soort", "rij_id", "rij"),
    *("antwoord_id", "antwoord", "maat", "waarde"),
)


def table_of(cijfers: Cijfers) -> Iterator[Line]:
    """All lines, with the names of the columns first."""
    yield list(HEADING)
    if not cijfers:
        return
    yield _line("", "", "mensen", cijfers["aantal"])
    for cel in cijfers["kanalen"]:
        yield _line("", "", "kanaal", cel["aantal"], answer=cel)
    yield from _questions("", "", cijfers["vragen"])
    words = _words(cijfers)
    for key, part in cijfers["gefilterd"].items():
        said = ", ".join(words.get(one, one) for one in key.split("&"))
        yield _line(key, said, "mensen", part["aantal"])
        yield from _questions(key, said, part["vragen"])


def _words(cijfers: Cijfers) -> dict[str, str]:
    """How each filter is said: 'In welke buurt woont u? De Kade'."""
    return {
        f"{filter_['id']}={waarde['id']}": f"{filter_['text']} {waarde['text']}"
        for filter_ in cijfers["filters"]
        for waarde in filter_["waarden"]
    }


def _questions(key: str, said: str, vragen: list[dict[str, Any]]) -> Iterator[Line]:
    for vraag in vragen:
        yield from _figure(key, said, vraag, vraag, {})
        for rij in vraag["rijen"]:
            yield from _figure(key, said, vraag, rij, rij)


def _figure(
    key: str, said: str, vraag: dict[str, Any], figure: dict[str, Any], rij: dict[str, Any]
) -> Iterator[Line]:
    def line(maat: str, value: Any, answer: dict[str, Any] | None = None) -> Line:
        return _line(key, said, maat, value, vraag=vraag, rij=rij, answer=answer)

    if figure.get("rijen"):
        return
    yield line("beantwoord", figure["n"])
    for cel in figure["cellen"]:
        yield line("aantal", cel["aantal"], cel)
        yield line("procent", cel["procent"], cel)
    if figure["samen"] is not None:
        yield line("verborgen_samen", figure["samen"])
    if figure.get("gemiddelde") is not None:
        yield line("gemiddelde", figure["gemiddelde"])
    for plaats in figure.get("plaatsen", ()):
        yield line("plaats_gemiddeld", plaats["gemiddelde"], plaats)


def _line(
    key: str,
    said: str,
    maat: str,
    value: Any,
    *,
    vraag: dict[str, Any] | None = None,
    rij: dict[str, Any] | None = None,
    answer: dict[str, Any] | None = None,
) -> Line:
    vraag, rij, answer = vraag or {}, rij or {}, answer or {}
    return [
        *(key, said, vraag.get("id", ""), vraag.get("text", ""), vraag.get("soort", "")),
        *(rij.get("id", ""), rij.get("text", ""), answer.get("id", ""), answer.get("text", "")),
        *(maat, "" if value is None else value),
    ]
