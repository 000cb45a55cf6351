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


class OfWijk:
    """What every queryset of rows with a wijk can say; without one they are the city's."""

    def visible_to(self, user: User) -> Self:
        """The rows of the wards that a user works for."""
        from wijkteams.membership import membership_of

        membership = membership_of(user)
        if membership.is_city:
            return self.all()  # type: ignore[attr-defined]
        return self.filter(wijk_id__in=membership.wijk_ids)  # type: ignore[attr-defined]


class InOwnWijkQuerySet(OfWijk, models.QuerySet[Row]):
    """Rows that have a wijk."""


class TeamQuerySet(InOwnWijkQuerySet[Row]):
    """Who is in a team or was invited: with addresses of mail, so for who cares for the team."""

    def visible_to(self, user: User) -> Self:
        """The rows of the wards in which a user may let people in and out."""
        from wijkteams.membership import membership_of

        membership = membership_of(user)
        wards = membership.wards_with("rows", "lidmaatschap.change")
        if membership.is_superuser or None in wards:
            return self.all()
        return self.filter(wijk_id__in=wards)


class OfTheCityQuerySet(models.QuerySet[Row]):
    """Rows that are no ward's business."""

    def visible_to(self, user: User) -> Self:
        """All of them, for who works for the city."""
        from wijkteams.membership import membership_of

        return self.all() if membership_of(user).is_city else self.none()
