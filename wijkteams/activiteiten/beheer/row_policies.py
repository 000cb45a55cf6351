"""Rights on rows of agendas that have no ward of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet

from wijkteams.membership import membership_of
from wijkteams.permissions.rows import WijkRowPolicy

if TYPE_CHECKING:
    from accounts.models import User


class KeerPolicy(WijkRowPolicy):
    """Whoever may change an activity may change its times; they are made and removed with it."""

    wijk_lookup = "activiteit__wijk_id"

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {"activiteit.change"} if {"change", "view"} & set(actions) else set()

    def wijk_id_of(self, instance: Model) -> int | None:
        wijk_id: int | None = instance.activiteit.wijk_id  # type: ignore[attr-defined]
        return wijk_id


class VakantiePolicy(WijkRowPolicy):
    """The list of the city is kept by the city."""

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {"vakantie.change"}

    def wijk_id_of(self, instance: Model) -> int | None:
        return None

    def instances_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[Any]:
        rows = self.model._default_manager.all()
        allowed = membership_of(user).may_for(None, self.kind, "vakantie.change")
        return rows if allowed else rows.none()
