"""School holidays: a list that the editors of the city keep."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.holidays import Kind, Period, Region
from wijkteams.querysets import OfTheCityQuerySet


class Vakantie(models.Model):
    """Days on which the schools are closed; without a region in the whole country.

    The minister sets them a few years ahead (Regeling vaststelling schoolvakanties).
    """

    name = models.CharField(
        _("naam"), max_length=60, help_text=_("Bijvoorbeeld: Voorjaarsvakantie 2027.")
    )
    first_day = models.DateField(
        _("eerste dag"), help_text=_("De eerste vrije dag. Bijvoorbeeld: 20-2-2027.")
    )
    last_day = models.DateField(
        _("laatste dag"), help_text=_("De laatste vrije dag. Bijvoorbeeld: 28-2-2027.")
    )
    regions = models.JSONField(
        _("regio's"),
        default=list,
        blank=True,
        help_text=_("Niets gekozen: het hele land. Bijvoorbeeld: Midden."),
    )

    objects = OfTheCityQuerySet["Vakantie"].as_manager()

    class Meta:
        verbose_name = _("schoolvakantie")
        verbose_name_plural = _("schoolvakanties")
        ordering = ["first_day", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day:
            try:
                self.period()
            except ValidationError as refusal:
                raise ValidationError({"last_day": refusal.messages}) from None

    def period(self) -> Period:
        """The holiday as the recurrence room knows it."""
        regions = frozenset(Region(name) for name in self.regions if name in set(Region))
        return Period(self.first_day, self.last_day, Kind.SCHOOL, self.name, regions)
