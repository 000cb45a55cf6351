"""Who may have paper made and fetch it: who may change activities of that ward."""

from __future__ import annotations

from collections.abc import Iterable

from wijkteams.permissions.rows import WijkRowPolicy


class DrukwerkPolicy(WijkRowPolicy):
    """Follows the right to change an activity, whatever is asked."""

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {"activiteit.change"}
