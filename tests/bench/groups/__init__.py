"""The groups of rows. Each measures (into a Run) and makes rows of what a Run holds.

Making rows asks nothing of a machine: a report can be made anew from samples that were kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.bench import Bench
from tests.bench.rows import Row
from tests.bench.samples import Run

from . import (
    agenda,
    cms,
    cold,
    enquetes,
    idle,
    initiatieven,
    lighthouse,
    mail,
    publish,
    queries,
    search,
    signalen,
    sitemap,
    stale,
    visit,
    warm,
)


@dataclass(frozen=True)
class Group:
    """What a group is called in the report, how it measures, and the two functions."""

    title: str
    how: str
    measure: Callable[[Bench], None]
    rows: Callable[[Run], list[Row]]


GROUPS = {
    name: Group(module.TITLE, module.HOW, module.measure, module.rows)
    for name, module in {
        "warm": warm,
        "cold": cold,
        "queries": queries,
        "search": search,
        "publish": publish,
        "stale": stale,
        "sitemap": sitemap,
        "agenda": agenda,
        "mail": mail,
        "enquetes": enquetes,
        "signalen": signalen,
        "initiatieven": initiatieven,
        "cms": cms,
        "visit": visit,
        "lighthouse": lighthouse,
        "idle": idle,
    }.items()
}
