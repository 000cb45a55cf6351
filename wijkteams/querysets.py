"""How rows of a ward are chosen. `visible_to` is the one place that says whose rows a user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.models import Wijk  # noqa: F401

Row = TypeVar("Row", bound=models.Model)


class WijkQuerySet(models.QuerySet["Wijk"]):
    """Wards."""

    def visible_to(self, user: User) -> Self:
        """The wards that a user works for: all of them for who has a role in the city."""
        from wijkteams.membership import membership_of

        membership = membership_of(user)
        return self if membership.is_city else self.filter(pk__in=membership.wijk_ids)

    def by_postcode(self, postcode: str) -> Self:
        """Wards in which at least a part of this postcode lies; '2801AB' also finds '2801'."""
        return self.filter(postcodes__postcode__in={postcode, postcode[:4]}).distinct()


class InOwnWijkQuerySet(models.QuerySet[Row]):
    """Rows that have a wijk; without one they are the city's."""

    def visible_to(self, user: User) -> Self:
        """The rows of the wards that a user works for."""
        from wijkteams.membership import membership_of

        membership = membership_of(user)
        return self if membership.is_city else self.filter(wijk_id__in=membership.wijk_ids)
