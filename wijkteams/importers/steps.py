"""The steps of a plan: one per object, as the journal and the preview show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wijkteams.models import Importregel, Wijk

Soort, Actie = Importregel.Soort, Importregel.Actie


@dataclass
class Step:
    """One object of the plan: what will be done with it and why; becomes an Importregel."""

    kind: str
    code: str
    name: str
    wijk_code: str
    action: str = Actie.ONGEWIJZIGD
    reason: str = ""
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    # What to write; not part of the journal.
    values: dict[str, Any] = field(default_factory=dict)
    imported: dict[str, Any] = field(default_factory=dict)

    @property
    def writes(self) -> bool:
        return self.action in (Actie.GEMAAKT, Actie.GEWIJZIGD)


@dataclass
class Plan:
    """All steps for one ward."""

    code: str
    wijk: Wijk | None
    steps: list[Step]

    def of_kind(self, kind: str) -> list[Step]:
        return [step for step in self.steps if step.kind == kind]


def count_actions(steps: Iterable[Step]) -> dict[str, dict[str, int]]:
    """How many of each kind were or will be made, changed, left and skipped."""
    counts: dict[str, dict[str, int]] = {}
    for step in steps:
        per_kind = counts.setdefault(step.kind, {})
        per_kind[step.action] = per_kind.get(step.action, 0) + 1
    return counts
