"""On which days a series may make way: public holidays, and the school holidays of the city."""

from __future__ import annotations

from datetime import date

from wijkteams.activiteiten.models import AgendaInstellingen, Vakantie
from wijkteams.activiteiten.recurrence.holidays import Period, Region, days_off


def closed_days(first: date, last: date) -> tuple[Period, ...]:
    """All days off between two days, in the region of the city."""
    chosen = AgendaInstellingen.objects.values_list("regio", flat=True).first()
    region = Region(chosen) if chosen else Region.MIDDEN
    school = Vakantie.objects.filter(first_day__lte=last, last_day__gte=first)
    return days_off(first, last, school=[row.period() for row in school], region=region)
