"""Binding two things together, and taking the thread away again."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from core import page_cache
from wijkteams.draden.registry import Node, node_of
from wijkteams.models import Draad


@transaction.atomic
def bind(van: Any, naar: Any, waarom: str = "", *, door: Any = None) -> Draad:
    """Say that `naar` came from `van`; a second time changes nothing. Both are rows or pages.

    Raises ValueError for a thing that would come from itself.
    """
    begin, end = node_of(van), node_of(naar)
    if begin == end:
        raise ValueError("A thread has two ends.")
    draad, _made = Draad.objects.get_or_create(
        van_type_id=begin.type_id,
        van_sleutel=begin.key,
        naar_type_id=end.type_id,
        naar_sleutel=end.key,
        defaults={"waarom": waarom[:300], "door": door},
    )
    _drop(begin, end)
    return draad


@transaction.atomic
def unbind(draad: Draad) -> None:
    """Take a thread away."""
    draad.delete()
    begin = Node(draad.van_type_id, draad.van_sleutel)
    _drop(begin, Node(draad.naar_type_id, draad.naar_sleutel))


def tag_of(node: Node) -> str:
    """What a kept answer that shows this end depends on: a thread to it may come or go."""
    return f"draad:{node.type_id}:{node.key}"


def _drop(*nodes: Node) -> None:
    page_cache.drop(*(tag_of(node) for node in nodes))
