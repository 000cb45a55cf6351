"""A user's roles, read once per request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijkteams.roles import RIGHTS

if TYPE_CHECKING:
    from accounts.models import User

_CACHE = "_membership"


@dataclass(frozen=True)
class Membership:
    """The roles of one user: (wijk id or None for the city, role)."""

    roles: frozenset[tuple[int | None, str]]
    is_superuser: bool = False

    @property
    def is_city(self) -> bool:
        """Whether the user works for all wards."""
        return self.is_superuser or any(wijk_id is None for wijk_id, _ in self.roles)

    @property
    def explores_all(self) -> bool:
        """Whether a role gives any right on the pages of all wards."""
        return any(wijk_id is None and RIGHTS[rol].pages for wijk_id, rol in self.roles)

    @property
    def wijk_ids(self) -> set[int]:
        """The wards in which the user has a role."""
        return {wijk_id for wijk_id, _ in self.roles if wijk_id is not None}

    def wards_with(self, kind: str, *actions: str) -> set[int | None]:
        """Wards (None: the city, so all) where a role gives an action on pages, media or rows."""
        wanted = set(actions)
        return {wijk_id for wijk_id, rol in self.roles if getattr(RIGHTS[rol], kind) & wanted}

    def may(self, kind: str, *actions: str) -> bool:
        """Whether a role gives one of these actions anywhere."""
        return self.is_superuser or bool(self.wards_with(kind, *actions))

    def may_for(self, wijk_id: int | None, kind: str, *actions: str) -> bool:
        """Whether a role gives one of these actions on things of this ward (None: of the city)."""
        if self.is_superuser:
            return True
        wards = self.wards_with(kind, *actions)
        return None in wards or (wijk_id is not None and wijk_id in wards)


def membership_of(user: User) -> Membership:
    """The roles of a user; nobody and the inactive have none. Kept on the user object only."""
    if not user.is_authenticated or not user.is_active:
        return Membership(frozenset())
    cached: Membership | None = getattr(user, _CACHE, None)
    if cached is None:
        roles = frozenset(user.lidmaatschappen.values_list("wijk_id", "rol"))
        cached = Membership(roles, user.is_superuser)
        setattr(user, _CACHE, cached)
    return cached
