"""Rights on pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from wijkteams.membership import membership_of
from wijkteams.permissions.people import users_matching
from wijkteams.roles import RIGHTS, roles_with_page_action

if TYPE_CHECKING:
    from accounts.models import User


def page_policy() -> PagePermissionPolicy:
    """The policy that Wagtail asks about pages."""
    return policy_registry.get_by_type(Page)


@dataclass(frozen=True)
class Permission:
    """The name of a right; Wagtail puts these in sets."""

    codename: str


@dataclass(frozen=True)
class PagePermission:
    """One right on one branch of the tree, in the shape of Wagtail's GroupPagePermission."""

    page: Page
    permission: Permission

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
            PagePermission(page, Permission(self._get_permission_codename(action)))
            for page, actions in self._branches(membership.roles)
            for action in sorted(actions)
        ]

    def instances_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[Page]:
        """As Wagtail's, with a range of paths: its LIKE cannot use the index on SQLite."""
        base: QuerySet[Page] | None = self._base_queryset_for_user(user)
        if base is not None:
            return base
        wanted = set(actions)
        if None in membership_of(user).wards_with("pages", *wanted):
            return self.model._default_manager.all()
        codenames = self._get_permission_codenames(wanted)
        own = self._get_permission_codename("add") if _or_add(wanted) != wanted else None
        query = Q(pk__in=[])
        for perm in self.get_cached_permissions_for_user(user):
            if perm.permission.codename in codenames:
                query |= below(perm.page)
            elif perm.permission.codename == own:
                query |= below(perm.page) & Q(owner=user)
        return self.model._default_manager.filter(query)

    def explorable_instances(self, user: User) -> QuerySet[Page]:
        """What somebody may work on, and the pages above it up to the first that all share."""
        where = self.explorable_where(user)
        pages = self.model._default_manager
        return pages.all() if where is None else pages.filter(where)

    def explorable_where(self, user: User) -> Q | None:
        """The same as a condition; None when it is all pages, which the database need not look up.

        To who works for the city all pages belong: a range over the whole table takes 25 ms at
        50,000 pages, and a screen of the CMS asks for it several times.
        """
        if user.is_active and (user.is_superuser or membership_of(user).explores_all):
            return None
        roots = {perm.page_id: perm.page for perm in self.get_cached_permissions_for_user(user)}
        if not roots or not user.is_active:
            return Q(pk__in=[])
        top = Page.objects.first_common_ancestor_of(roots.values())
        steps = {
            page.path[:end]
            for page in roots.values()
            for end in range(len(top.path), len(page.path) + 1, Page.steplen)
        }
        query = Q(path__in=steps)
        for page in roots.values():
            query |= below(page)
        return query

    def _branches(
        self, roles: Iterable[tuple[int | None, str]]
    ) -> list[tuple[Page, frozenset[str]]]:
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
        return users_matching(
            Q(lidmaatschappen__rol__in=roles_with_page_action(*_or_add(actions))),
            include_superusers=include_superusers,
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
        return users_matching(query, include_superusers=include_superusers)


def _or_add(actions: Iterable[str]) -> set[str]:
    """Who may only add can still edit own pages."""
    wanted = set(actions)
    return wanted | {"add"} if "change" in wanted else wanted


def below(page: Page) -> Q:
    """A page and all below it, as a range that every database finds by the index on the path."""
    return Q(path__gte=page.path, path__lte=page.path.ljust(255, "Z"))
