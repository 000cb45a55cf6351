"""The whole thread that something hangs on, in order: from what was told to what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from wagtail.models import Locale

from core import page_cache
from wijkteams.draden.registry import End, Node, Shown, end_of, ends_by_type, node_of
from wijkteams.draden.services import tag_of
from wijkteams.models import Draad

FAR = 5
"Steps away at most, in either direction: so many questions to the database at most."
MOST = 40
"Ends at most; no thread that people read is longer."


@dataclass(frozen=True)
class Step:
    """One end as it is shown."""

    label: Any
    icon: str
    title: str
    url: str
    when: date | None
    words: str
    is_here: bool = False


def chain_of(thing: Any, locale: Locale | None = None) -> list[Step]:
    """The thread of a row or a page, oldest cause first; empty when it hangs on nothing public.

    Only what all may read is in it, in the language given, else the reader's. A ring of threads is
    shown once round.
    """
    here, own = node_of(thing), end_of(thing)
    page_cache.shows(tag_of(here))
    if own is None or not _links_of([here], {here.type_id: own}):
        return []  # nearly all pages: one question
    ends = ends_by_type()
    nodes, links = _around(here, ends)
    page_cache.shows(*(tag_of(node) for node in nodes))
    shown = _read(nodes, ends, locale or Locale.get_active())
    page_cache.shows(*(tag for one in shown.values() for tag in one.tags))
    ordered = [node for node in _in_order(nodes, links) if node in shown]
    steps = [step for node in ordered for step in _steps(node, ends, shown, here)]
    return steps if len(steps) > 1 else []


def _around(here: Node, ends: dict[int, End]) -> tuple[set[Node], set[tuple[Node, Node]]]:
    nodes, links, edge = {here}, set[tuple[Node, Node]](), {here}
    for _step in range(FAR):
        found = _links_of(edge, ends)
        links |= found
        edge = {node for pair in found for node in pair} - nodes
        edge = set(sorted(edge)[: MOST - len(nodes)])
        if not edge:
            break
        nodes |= edge
    return nodes, {pair for pair in links if pair[0] in nodes and pair[1] in nodes}


def _links_of(nodes: Iterable[Node], ends: dict[int, End]) -> set[tuple[Node, Node]]:
    keys: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        keys[node.type_id].append(node.key)
    query = Q()
    for type_id, some in keys.items():
        query |= Q(van_type=type_id, van_sleutel__in=some)
        query |= Q(naar_type=type_id, naar_sleutel__in=some)
    rows = (
        Draad.objects.filter(query)
        .order_by("pk")
        .values_list("van_type", "van_sleutel", "naar_type", "naar_sleutel")
    )
    found = {(Node(a, b), Node(c, d)) for a, b, c, d in rows[: MOST * 2]}
    for type_id, some in keys.items():
        end = ends.get(type_id)
        if end is not None and end.links is not None:
            found |= set(end.links(some))
    return found


def _read(nodes: Iterable[Node], ends: dict[int, End], locale: Locale) -> dict[Node, Shown]:
    keys: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        keys[node.type_id].append(node.key)
    found: dict[Node, Shown] = {}
    for type_id, some in keys.items():
        if type_id in ends:
            read = ends[type_id].read(some, locale)
            found |= {Node(type_id, key): shown for key, shown in read.items()}
    return found


def _in_order(nodes: set[Node], links: set[tuple[Node, Node]]) -> list[Node]:
    """Causes before what came of them; in a ring, wherever one has to begin."""
    depth = dict.fromkeys(nodes, 0)
    for _round in range(FAR * 2):
        changed = False
        for begin, end in links:
            if depth[end] <= depth[begin] < FAR * 2:
                depth[end], changed = depth[begin] + 1, True
        if not changed:
            break
    return sorted(nodes, key=lambda node: (depth[node], node))


def _steps(node: Node, ends: dict[int, End], shown: dict[Node, Shown], here: Node) -> list[Step]:
    one, end = shown[node], ends[node.type_id]
    step = Step(end.label, end.icon, one.title, one.url, one.when, one.words, node == here)
    if one.before is None:
        return [step]
    before = one.before
    return [
        Step(before.label, before.icon, before.title, "", before.when, before.words),
        step,
    ]
