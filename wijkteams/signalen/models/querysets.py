"""How signals are chosen: whose they are, and which of them all may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from wijkteams.querysets import InOwnWijkQuerySet
from wijkteams.row_access import within
from wijkteams.signalen.models.choices import Klasse, Openbaarheid, Staat

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.signalen.models.signaal import Signaal

GESLOTEN = (Staat.OPGELOST, Staat.GEEN_ACTIE)


class SignaalQuerySet(InOwnWijkQuerySet["Signaal"]):
    """Signals."""

    def openbaar(self) -> Self:
        """Those that all may see. The one place that says so (requirement G4, rule R-41)."""
        return self.filter(
            openbaarheid=Openbaarheid.OPENBAAR,
            klasse__in=(Klasse.OPENBAAR, Klasse.BEPERKT),
            samengevoegd_in=None,
        )

    def open(self) -> Self:
        """Those that the team is not ready with."""
        return self.exclude(staat__in=GESLOTEN)

    def visible_to(self, user: User) -> Self:
        """Those that a user may read: confidential ones only for who may see those."""
        return self.filter(
            within(user, "signaal.view")
            & (~Q(klasse=Klasse.VERTROUWELIJK) | within(user, "signaal.confidential"))
        )

    def locked(self, pk: int) -> Signaal:
        """The signal, held until the transaction ends. Raises DoesNotExist."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class OfSignaalQuerySet(models.QuerySet[Any]):
    """Rows that hang on a signal."""

    def visible_to(self, user: User) -> Self:
        """Those of signals that a user may read."""
        from wijkteams.signalen.models.signaal import Signaal

        return self.filter(signaal__in=Signaal.objects.visible_to(user).values("pk"))


class OpvolgingQuerySet(OfSignaalQuerySet):
    """Steps."""

    def voor_iedereen(self) -> Self:
        """Those that stand on the site, when their signal does."""
        return self.filter(wacht_op_tweede=False, alleen_melder=False)
