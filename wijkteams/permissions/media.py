"""Rights on pictures and documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from wagtail.models import Collection

from wijkteams.membership import membership_of
from wijkteams.permissions.rows import WijkRowPolicy
from wijkteams.roles import roles_with_media_action

if TYPE_CHECKING:
    from accounts.models import User


class WijkMediaPolicy(WijkRowPolicy):
    """Rights on pictures and documents, by the ward of each."""

    kind = "media"

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return set(actions)

    def _roles_with(self, *actions: str) -> set[str]:
        return roles_with_media_action(*actions)

    def user_has_any_permission(self, user: User, actions: Iterable[str]) -> bool:
        return super().user_has_any_permission(user, _or_add(actions))

    def user_has_any_permission_for_instance(
        self, user: User, actions: Iterable[str], instance: Any
    ) -> bool:
        wanted = set(actions)
        if super().user_has_any_permission_for_instance(user, wanted, instance):
            return True
        # Who may only add can still correct and remove what they put here themselves.
        own = instance.uploaded_by_user_id == user.pk
        wijk_id = self.wijk_id_of(instance)
        return (
            own
            and _or_add(wanted) != wanted
            and membership_of(user).may_for(wijk_id, "media", "add")
        )

    def instances_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[Any]:
        wanted = set(actions)
        rows = super().instances_user_has_any_permission_for(user, wanted)
        if _or_add(wanted) == wanted:
            return rows
        addable = super().instances_user_has_any_permission_for(user, {"add"})
        return rows | addable.filter(uploaded_by_user=user)

    def collections_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[Collection]:
        """The root collection alone: image forms fail without one, and there are no others."""
        allowed = self.user_has_any_permission(user, actions)
        return Collection.objects.filter(depth=1) if allowed else Collection.objects.none()

    def collections_user_has_permission_for(self, user: User, action: str) -> QuerySet[Collection]:
        return self.collections_user_has_any_permission_for(user, [action])


def _or_add(actions: Iterable[str]) -> set[str]:
    """Changing and removing come with adding, for what one added oneself."""
    wanted = set(actions)
    return wanted | {"add"} if wanted & {"change", "delete"} else wanted
