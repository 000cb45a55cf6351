"""Who may see and handle what was reported: by 'moderatie.view' and 'moderatie.change'."""

from __future__ import annotations

from collections.abc import Iterable

from wijkteams.permissions.rows import WijkRowPolicy


class ModeratiePolicy(WijkRowPolicy):
    """One right for all its models."""

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {f"moderatie.{action}" for action in actions}


def register_policies() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from wijkteams.moderatie import models

    for model in (models.Inhoudsmelding, models.Besluit, models.Herziening):
        register_permission_policy(model, ModeratiePolicy(model), exact_class=True)
