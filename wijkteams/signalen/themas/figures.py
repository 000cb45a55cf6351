"""What came of the signals of a year: 'uit 143 signalen kwamen 12 acties' (requirement G16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Q
from django.db.models.functions import Cast
from django.utils import timezone

from wijkteams.models import Draad
from wijkteams.signalen.models import Signaal, SignaalthemaPage, Staat, Themasignaal

if TYPE_CHECKING:
    from wijkteams.models import Wijk
    from wijkteams.signalen.models.querysets import SignaalQuerySet


@dataclass(frozen=True)
class Jaarcijfers:
    """The year in numbers. All signals count, also those that are nobody else's business."""

    year: int
    signalen: int
    opgelost: int
    doorgezet: int
    "Passed on to a partner at least once."
    themas: int
    acties: int
    "Things that came of a signal or a theme: activities, news, initiatives, points of a plan."


def year_figures(wijk: Wijk | None, year: int) -> Jaarcijfers:
    """The figures of a ward, or (None) of the city. Three questions to the database."""
    signalen = Signaal.objects.filter(gemeld_op__gte=_begin(year), gemeld_op__lt=_begin(year + 1))
    if wijk is not None:
        signalen = signalen.filter(wijk=wijk)
    counted = signalen.aggregate(
        all=Count("pk", distinct=True),
        solved=Count("pk", filter=Q(staat=Staat.OPGELOST), distinct=True),
        passed=Count("pk", filter=Q(doorzendingen__isnull=False), distinct=True),
    )
    themas = {
        str(key)
        for key in Themasignaal.objects.filter(signaal__in=signalen.values("pk"))
        .values_list("translation_key", flat=True)
        .distinct()
    }
    return Jaarcijfers(
        year=year,
        signalen=counted["all"],
        opgelost=counted["solved"],
        doorgezet=counted["passed"],
        themas=len(themas),
        acties=_actions(signalen, themas),
    )


def _actions(signalen: SignaalQuerySet, themas: set[str]) -> int:
    """Each end counts once, however many signals or themes led to it."""
    types = ContentType.objects.get_for_models(Signaal, SignaalthemaPage)
    # Keys are text there: a row may be a page, that is known by its translation key.
    keys = signalen.annotate(sleutel=Cast("pk", CharField())).values("sleutel")
    begins = Draad.objects.filter(
        Q(van_type=types[SignaalthemaPage], van_sleutel__in=themas)
        | Q(van_type=types[Signaal], van_sleutel__in=keys)
    )
    ends = begins.exclude(naar_type=types[SignaalthemaPage]).values("naar_type", "naar_sleutel")
    return ends.distinct().count()


def _begin(year: int) -> datetime:
    return timezone.make_aware(datetime.combine(date(year, 1, 1), time()))
