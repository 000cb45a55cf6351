"""Who would get an edition, and who would not and why (requirement N7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from nieuws.models import Abonnee, Abonnement, Lijst


class Reason(models.TextChoices):
    """Why somebody on a chosen list gets no mail."""

    ONBEVESTIGD = "onbevestigd", _("heeft de aanmelding nog niet bevestigd")
    AFGEMELD = "afgemeld", _("heeft zich afgemeld")
    GESCHORST = "geschorst", _("mail komt niet aan")
    KLACHT = "klacht", _("meldde onze mail als ongewenst")


@dataclass(frozen=True)
class ListCount:
    """How many readers a list has that can be written to; somebody on two lists counts in both."""

    lijst: Lijst
    number: int


@dataclass(frozen=True)
class Recipients:
    """What the volunteer sees before sending."""

    lists: list[ListCount]
    total: int
    "Mails that would leave: somebody on two lists gets one."
    excluded: dict[str, int]
    "By `Reason`, how many places on these lists get nothing; only reasons that occur."

    @property
    def double(self) -> int:
        """How many places on a list bring no mail because another one does already."""
        return sum(count.number for count in self.lists) - self.total

    @property
    def left_out(self) -> int:
        """How many places on these lists get nothing."""
        return sum(self.excluded.values())

    def reasons(self) -> list[tuple[str, int]]:
        """The reasons in words, with their numbers."""
        return [(str(Reason(reason).label), number) for reason, number in self.excluded.items()]


def readers(lijsten: Iterable[Lijst]) -> QuerySet[Abonnement]:
    """The places on these lists to which an edition goes now."""
    return Abonnement.objects.reachable().filter(lijst__in=[lijst.pk for lijst in lijsten])


def recipients(lijsten: Iterable[Lijst]) -> Recipients:
    """Count them: three queries, whatever the number of lists."""
    chosen = list(lijsten)
    rows = readers(chosen)
    by_list = dict(rows.values_list("lijst").annotate(Count("pk")).order_by())
    total = rows.aggregate(total=Count("abonnee", distinct=True))["total"]
    return Recipients(
        [ListCount(lijst, by_list.get(lijst.pk, 0)) for lijst in chosen],
        total,
        _excluded(chosen),
    )


def _excluded(lijsten: list[Lijst]) -> dict[str, int]:
    status, stand = Abonnement.Status, Abonnee.Stand
    reason = Case(
        When(status=status.ONBEVESTIGD, then=Value(Reason.ONBEVESTIGD)),
        When(status=status.AFGEMELD, then=Value(Reason.AFGEMELD)),
        When(abonnee__stand=stand.GESCHORST, then=Value(Reason.GESCHORST)),
        default=Value(Reason.KLACHT),
        output_field=models.CharField(),
    )
    reachable = Q(status=status.ACTIEF, abonnee__stand=stand.ACTIEF)
    places = Abonnement.objects.filter(lijst__in=[lijst.pk for lijst in lijsten])
    found = places.exclude(reachable).values_list(reason).annotate(Count("pk")).order_by()
    counted = dict(found)
    return {reason: counted[reason] for reason in Reason.values if counted.get(reason)}
