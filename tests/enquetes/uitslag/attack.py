"""An attacker with all published figures of a small survey, and the truth to compare with.

Kinds of people are (answer, value of the first part, value of the second). Every number in the
figures is a sum over kinds. What follows from them is found by exact algebra.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from tests.enquetes.uitslag.algebra import Known, Row

LEEG = "_leeg"
Json = dict[str, Any]


class World(NamedTuple):
    """A question, the cells it has, and by what it is split: {splitter: values}.

    LEEG is a value too when somebody did not answer: that is known by the n of the splitter.
    """

    question: str
    cells: list[str]
    parts: dict[str, list[str]]
    many: bool = False


def kinds(world: World, cells: set[str], where: dict[str, str]) -> Row:
    """The kinds with one of these answers, in this part."""
    values = [[where[key]] if key in where else all_ for key, all_ in world.parts.items()]
    return {(cell, *combo): 1 for cell in sorted(cells) for combo in product(*values)}


def where_of(key: str) -> dict[str, str]:
    """The part that a key of `gefilterd` names."""
    return dict(one.split("=") for one in key.split("&")) if key else {}


def groups(cijfers: Json) -> Iterator[tuple[dict[str, str], Json, int]]:
    """Every part that is published, with its figures; everybody first."""
    yield {}, {one["id"]: one for one in cijfers["vragen"]}, cijfers["aantal"]
    for key, group in cijfers["gefilterd"].items():
        yield where_of(key), {one["id"]: one for one in group["vragen"]}, group["aantal"]


def facts(cijfers: Json, world: World) -> Iterator[Row]:
    """All that is told, also how many there are in each part: by its own table."""
    everything = {*world.cells, "_geen"}
    for where, figures, _aantal in groups(cijfers):
        yield kinds(world, everything, where)
        figure = figures.get(world.question)
        if figure is None or figure["n"] is None:
            continue
        if not world.many:
            yield kinds(world, set(world.cells), where)
        for cell in figure["cellen"]:
            if cell["aantal"] is not None:
                yield kinds(world, {cell["id"]}, where)
    whole = {one["id"]: one for one in cijfers["vragen"]}
    for splitter in world.parts:
        if whole[splitter]["n"] is not None:
            yield kinds(world, everything, {splitter: LEEG})
        for cell in whole[splitter]["cellen"]:
            if cell["aantal"] is not None:
                yield kinds(world, everything, {splitter: cell["id"]})


def places(world: World) -> Iterator[dict[str, str]]:
    """Everybody, every part, and every pair of parts, also who did not answer."""
    yield {}
    keys = list(world.parts)
    for key in keys:
        yield from ({key: value} for value in world.parts[key])
    if len(keys) > 1:
        one, other = keys[:2]
        for pair in product(world.parts[one], world.parts[other]):
            yield dict(zip((one, other), pair, strict=True))


def recovered(cijfers: Json, world: World) -> list[tuple[str, dict[str, str]]]:
    """Every single cell that is not shown and yet follows."""
    known = Known(facts(cijfers, world))
    shown = {
        (cell["id"], tuple(sorted(where.items())))
        for where, figures, _aantal in groups(cijfers)
        if (figure := figures.get(world.question))
        for cell in figure["cellen"]
        if cell["aantal"] is not None
    }
    return [
        (cell, where)
        for where in places(world)
        for cell in world.cells
        if (cell, tuple(sorted(where.items()))) not in shown
        and known.tells(kinds(world, {cell}, where))
    ]


def small_shown(cijfers: Json) -> list[tuple[str, Any]]:
    """Numbers about too few people that are shown: of everybody, and of parts."""
    found = []
    for where, figures, aantal in groups(cijfers):
        least = 10 if where else 5
        for figure in figures.values():
            numbers = [figure["n"], figure["samen"], *(c["aantal"] for c in figure["cellen"])]
            found += [(figure["id"], one) for one in numbers if one is not None and one < least]
        if aantal < least:
            found.append(("aantal", aantal))
    return found
