"""Who may fetch a file: who may take the answers of that ward along."""

from __future__ import annotations

from collections.abc import Iterable

from enquetes.uitvoer.access import EXPORT
from wijkteams.permissions.rows import WijkRowPolicy


class UitvoerPolicy(WijkRowPolicy):
    """Follows the right to export, whatever is asked."""

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {EXPORT}
