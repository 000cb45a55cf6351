"""What saving or deleting a row does to the answers that are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

from django.db.models import Model


class Always(Enum):
    """Effects that do not depend on the row."""

    NOTHING = "nothing"
    ALL = "all"


NOTHING = Always.NOTHING
ALL = Always.ALL

Effect: TypeAlias = "Always | Callable[[Any], Always | Iterable[str]]"


class Effects(NamedTuple):
    """Of one model."""

    changed: Effect
    created: Effect


_EFFECTS: dict[type[Model], Effects] = {}


def register_effect(model: type[Model], effect: Effect, *, created: Effect | None = None) -> None:
    """Say what saving or deleting a row of this model does: NOTHING, ALL, or row -> keys.

    A new row may do something else: nothing shows it yet.
    """
    _EFFECTS[model] = Effects(effect, effect if created is None else created)


def effects_of(model: type[Model]) -> Effects | None:
    """What was registered; None when nobody did."""
    return _EFFECTS.get(model)
