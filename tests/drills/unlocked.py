"""The site without the lock on places. A drill that cannot fail proves nothing."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from tests.drills.slowly import application
from wijkteams.activiteiten.aanmelden import holding, views
from wijkteams.activiteiten.models.activiteit import ActiviteitQuerySet

__all__ = ["application"]


class NoTransaction:
    """Every statement by itself: between counting and writing, others write too."""

    atomic = staticmethod(lambda *_args, **_options: nullcontext())


def _not_locked(rows: Any, pk: int) -> Any:
    return rows.get(pk=pk)


holding.transaction = NoTransaction  # type: ignore[attr-defined,assignment]
views.transaction = NoTransaction  # type: ignore[attr-defined,assignment]
views.own_turn = nullcontext  # type: ignore[assignment]
ActiviteitQuerySet.locked = _not_locked  # type: ignore[method-assign,assignment]
