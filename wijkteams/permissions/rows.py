"""Rights on rows that belong to a ward."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from wijkteams.membership import membership_of
from wijkteams.permissions.people import users_matching
from wijkteams.roles import roles_with_row_action

if TYPE_CHECKING:
    from accounts.models import User


class WijkRowPolicy(BasePermissionPolicy):
    """Rights on rows with a `wijk`: each row by its own ward, without a ward by a city role."""

    kind = "rows"

    def _actions(self, actions: Iterable[str]) -> set[str]:
        name = self.model._meta.model_name
        return {f"{name}.{action}" for action in actions}

    def _roles_with(self, *actions: str) -> set[str]:
        return roles_with_row_action(*actions)

    def wijk_id_of(self, instance: Model) -> int | None:
        """The ward of a row."""
        return instance.wijk_id  # type: ignore[attr-defined]

    wijk_lookup = "wijk_id"

    def user_has_permission(self, user: User, action: str) -> bool:
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user: User, actions: Iterable[str]) -> bool:
        return membership_of(user).may(self.kind, *self._actions(actions))

    def user_has_permission_for_instance(self, user: User, action: str, instance: Model) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(
        self, user: User, actions: Iterable[str], instance: Model
    ) -> bool:
        wijk_id = self.wijk_id_of(instance)
        return membership_of(user).may_for(wijk_id, self.kind, *self._actions(actions))

    def instances_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[Any]:
        membership = membership_of(user)
        rows = self.model._default_manager.all()
        wards = membership.wards_with(self.kind, *self._actions(actions))
        if membership.is_superuser or None in wards:
            return rows
        return rows.filter(**{f"{self.wijk_lookup}__in": wards})

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        roles = self._roles_with(*self._actions(actions))
        return users_matching(Q(lidmaatschappen__rol__in=roles), include_superusers=True)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Model
    ) -> QuerySet[User]:
        here = Q(lidmaatschappen__wijk=None)
        if (wijk_id := self.wijk_id_of(instance)) is not None:
            here |= Q(lidmaatschappen__wijk=wijk_id)
        roles = self._roles_with(*self._actions(actions))
        return users_matching(here & Q(lidmaatschappen__rol__in=roles), include_superusers=True)


class WijkPolicy(WijkRowPolicy):
    """Rights on the wards themselves."""

    wijk_lookup = "pk"

    def wijk_id_of(self, instance: Model) -> int | None:
        return instance.pk
