"""How initiatives are chosen: whose they are, and which of them all may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

from wijkteams.initiatieven.models.choices import Staat
from wijkteams.querysets import InOwnWijkQuerySet

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.initiatieven.models.initiatief import Initiatief

AFGESLOTEN = (Staat.KLAAR, Staat.DOORGEGEVEN, Staat.GESTOPT)


class InitiatiefQuerySet(InOwnWijkQuerySet["Initiatief"]):
    """Initiatives."""

    def openbaar(self) -> Self:
        """Those that all may see. The one place that says so."""
        return self.filter(is_live=True)

    def lopend(self) -> Self:
        """Those that go on: not closed, and not merged into another."""
        return self.exclude(staat__in=AFGESLOTEN).filter(samengevoegd_in=None)

    def locked(self, pk: int) -> Initiatief:
        """The initiative, held until the transaction ends. Raises DoesNotExist."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class OfInitiatiefQuerySet(models.QuerySet[Any]):
    """Rows that hang on an initiative."""

    def visible_to(self, user: User) -> Self:
        """Those of initiatives of the wards that a user works for."""
        from wijkteams.initiatieven.models.initiatief import Initiatief

        return self.filter(initiatief__in=Initiatief.objects.visible_to(user).values("pk"))


class AanvraagQuerySet(InOwnWijkQuerySet[Any]):
    """Requests."""

    def locked(self, pk: int) -> Any:
        """The request, held until the transaction ends. Raises DoesNotExist."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class OfHulpVraagQuerySet(models.QuerySet[Any]):
    """Rows that hang on what an initiative asks."""

    def visible_to(self, user: User) -> Self:
        """Those of initiatives of the wards that a user works for."""
        from wijkteams.initiatieven.models.initiatief import Initiatief

        own = Initiatief.objects.visible_to(user).values("pk")
        return self.filter(hulpvraag__initiatief__in=own)
