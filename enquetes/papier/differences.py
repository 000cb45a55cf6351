"""Where two people who typed the same form do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from enquetes.models import Papierinvoer, Papierstapel


@dataclass(frozen=True)
class Verschil:
    """One form and one question. Without `vraag` the form was typed once and not yet again."""

    formulier: int
    vraag: str
    eerste: dict[str, Any]
    tweede: dict[str, Any]
    "What each typed, by the key in the answers: of the question and of its 'anders'."


def verschillen(stapel: Papierstapel) -> list[Verschil]:
    """All that is still to be decided before a pile that was typed twice may count."""
    return list(_all(stapel)) if stapel.dubbel else []


def _all(stapel: Papierstapel) -> Iterator[Verschil]:
    by_form: dict[int, dict[int, Papierinvoer]] = {}
    for row in stapel.invoer.all():
        by_form.setdefault(row.formulier, {})[row.ronde] = row
    for formulier, rows in sorted(by_form.items()):
        if set(rows) != {1, 2} or not all(row.klaar for row in rows.values()):
            yield Verschil(formulier, "", {}, {})
            continue
        yield from _of_form(formulier, rows[1].antwoorden, rows[2].antwoorden)


def _of_form(formulier: int, first: dict[str, Any], second: dict[str, Any]) -> Iterator[Verschil]:
    keys = sorted(first.keys() | second.keys())
    for vraag in dict.fromkeys(key.partition(":")[0] for key in keys):
        own = [key for key in keys if key.partition(":")[0] == vraag]
        if any(_plain(first.get(key)) != _plain(second.get(key)) for key in own):
            yield Verschil(
                formulier,
                vraag,
                {key: first[key] for key in own if key in first},
                {key: second[key] for key in own if key in second},
            )


def _plain(value: Any) -> Any:
    """A space, a capital or a full stop more is no difference worth a look at the paper."""
    if isinstance(value, str):
        return " ".join(value.split()).casefold().rstrip(".!")
    return value
