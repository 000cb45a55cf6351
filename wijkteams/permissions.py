"""Wagtail's permissions, derived from Lidmaatschap. No groups, no collections (besluit 0004)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import BaseBackend
from django.db.models import Model, Q, QuerySet
from wagtail.models import Collection, Page
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from wijkteams.membership import membership_of
from wijkteams.roles import (
    roles_with_media_action,
    roles_with_page_action,
    roles_with_row_action,
)

if TYPE_CHECKING:
    from accounts.models import User

ADMIN = "wagtailadmin.access_admin"
SUBMIT_TRANSLATION = "wagtail_localize.submit_translation"
CITY_SETTINGS = "core.change_stadinstellingen"


def page_policy() -> PagePermissionPolicy:
    """The policy that Wagtail asks about pages."""
    return policy_registry.get_by_type(Page)


class LidmaatschapBackend(BaseBackend):
    """Answers `has_perm` for the few rights that Wagtail does not ask a policy about."""

    def has_perm(self, user_obj: Any, perm: str, obj: Model | None = None) -> bool:
        return perm in self.get_all_permissions(user_obj, obj)

    def get_all_permissions(self, user_obj: Any, obj: Model | None = None) -> set[str]:
        membership = membership_of(user_obj)
        found = {ADMIN} if membership.roles else set()
        if membership.may("pages", "change"):
            found.add(SUBMIT_TRANSLATION)
        if membership.may("rows", "settings.change"):
            found.add(CITY_SETTINGS)
        return found


@dataclass(frozen=True)
class PagePermission:
    """One right on one branch of the tree, in the shape of Wagtail's GroupPagePermission."""

    page: Page
    permission: SimpleNamespace

    @property
    def page_id(self) -> int:
        return int(self.page.pk)


class WijkPagePolicy(PagePermissionPolicy):
    """A ward role counts on the ward's page in every language; a city role on the hub's."""

    def get_all_permissions_for_user(self, user: User) -> list[PagePermission]:
        membership = membership_of(user)
        if membership.is_superuser:
            return []
        return [
            PagePermission(page, SimpleNamespace(codename=self._get_permission_codename(action)))
            for page, actions in self._branches(membership.roles)
            for action in sorted(actions)
        ]

    def _branches(
        self, roles: Iterable[tuple[int | None, str]]
    ) -> list[tuple[Page, frozenset[str]]]:
        from wijkteams.roles import RIGHTS

        actions: dict[int | None, frozenset[str]] = {}
        for wijk_id, rol in roles:
            actions[wijk_id] = actions.get(wijk_id, frozenset()) | RIGHTS[rol].pages
        return [
            (page, actions[wijk_id])
            for wijk_id, page in self._roots(actions.keys())
            if actions[wijk_id]
        ]

    def _roots(self, wijk_ids: Iterable[int | None]) -> list[tuple[int | None, Page]]:
        from wijkteams.models import WijkPage

        wards = [wijk_id for wijk_id in wijk_ids if wijk_id is not None]
        found: list[tuple[int | None, Page]] = [
            (page.wijk_id, page) for page in WijkPage.objects.filter(wijk_id__in=wards)
        ]
        if None in wijk_ids:
            # One row per language of the hub, never one per ward: 300 rows took 30 seconds.
            found += [(None, page) for page in Page.objects.filter(depth=2)]
        return found

    def users_with_any_permission(
        self, actions: Iterable[str], include_superusers: bool = True
    ) -> QuerySet[User]:
        return _users(
            Q(lidmaatschappen__rol__in=roles_with_page_action(*_or_add(actions))),
            include_superusers,
        )

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Page, include_superusers: bool = True
    ) -> QuerySet[User]:
        from wijkteams.models.pages import wijk_id_of_path

        wanted = set(actions)
        wijk_id = wijk_id_of_path(instance.path)
        here = Q(lidmaatschappen__wijk=None) | Q(lidmaatschappen__wijk=wijk_id)
        query = here & Q(lidmaatschappen__rol__in=roles_with_page_action(*wanted))
        if "change" in wanted and "add" not in wanted:
            own = Q(pk=instance.owner_id) & here
            query |= own & Q(lidmaatschappen__rol__in=roles_with_page_action("add"))
        return _users(query, include_superusers)


def _or_add(actions: Iterable[str]) -> set[str]:
    """Who may only add can still edit own pages."""
    wanted = set(actions)
    return wanted | {"add"} if "change" in wanted else wanted


def _users(query: Q, include_superusers: bool) -> QuerySet[User]:
    if include_superusers:
        query |= Q(is_superuser=True)
    return get_user_model().objects.filter(query, is_active=True).distinct()


class WijkRowPolicy(BasePermissionPolicy):
    """Rights on rows with a `wijk`: each row by its own ward, without a ward by a city role."""

    kind = "rows"

    def _actions(self, actions: Iterable[str]) -> set[str]:
        name = self.model._meta.model_name
        return {f"{name}.{action}" for action in actions}

    def _users_with(self, *actions: str) -> set[str]:
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
        roles = self._users_with(*self._actions(actions))
        return _users(Q(lidmaatschappen__rol__in=roles), include_superusers=True)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Model
    ) -> QuerySet[User]:
        here = Q(lidmaatschappen__wijk=None)
        if (wijk_id := self.wijk_id_of(instance)) is not None:
            here |= Q(lidmaatschappen__wijk=wijk_id)
        roles = self._users_with(*self._actions(actions))
        return _users(here & Q(lidmaatschappen__rol__in=roles), include_superusers=True)


class WijkPolicy(WijkRowPolicy):
    """Rights on the wards themselves."""

    wijk_lookup = "pk"

    def wijk_id_of(self, instance: Model) -> int | None:
        return instance.pk


class WijkMediaPolicy(WijkRowPolicy):
    """Rights on pictures and documents, by the ward of each."""

    kind = "media"

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return set(actions)

    def _users_with(self, *actions: str) -> set[str]:
        return roles_with_media_action(*actions)

    def user_has_any_permission_for_instance(
        self, user: User, actions: Iterable[str], instance: Model
    ) -> bool:
        if super().user_has_any_permission_for_instance(user, actions, instance):
            return True
        # Who may only add can still correct and remove what they put here themselves.
        own = instance.uploaded_by_user_id == user.pk  # type: ignore[attr-defined]
        edits = bool({"change", "delete"} & set(actions))
        return (
            own and edits and membership_of(user).may_for(self.wijk_id_of(instance), "media", "add")
        )

    def collections_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[Collection]:
        """The root collection alone: image forms fail without one, and there are no others."""
        allowed = self.user_has_any_permission(user, actions)
        return Collection.objects.filter(depth=1) if allowed else Collection.objects.none()

    def collections_user_has_permission_for(self, user: User, action: str) -> QuerySet[Collection]:
        return self.collections_user_has_any_permission_for(user, [action])


def register_policies() -> None:
    """Put our policies in Wagtail's registry; `exact_class`, or wagtail.images would overwrite them."""
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model
    from wagtail.permissions import register_permission_policy

    from wijkteams import models

    register_permission_policy(Page, WijkPagePolicy())
    for media in (get_image_model(), get_document_model()):
        register_permission_policy(media, WijkMediaPolicy(media), exact_class=True)
    register_permission_policy(models.Wijk, WijkPolicy(models.Wijk), exact_class=True)
    for model in (models.Buurt, models.Thema, models.Lidmaatschap, models.Uitnodiging):
        register_permission_policy(model, WijkRowPolicy(model), exact_class=True)
