"""What somebody was told already, so that it is told once."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wijkteams.activiteiten.models.aanmelding import Aanmelding


class Herinnering(models.Model):
    """One mail that goes out by the clock: a row for each (sign-up, kind, period) (rule PL5).

    However late a task is, however often it runs and whatever the clock does: once is once.
    """

    aanmelding = models.ForeignKey(
        Aanmelding, on_delete=models.CASCADE, related_name="herinneringen"
    )
    kind = models.CharField(max_length=20)
    period = models.CharField(max_length=40)
    "Of what: the begin of the time that it is about, or an hour."
    made_at = models.DateTimeField(auto_now_add=True)

    objects = models.Manager["Herinnering"]()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["aanmelding", "kind", "period"], name="herinnering_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.period}"

    @classmethod
    def once(cls, aanmelding: Aanmelding, kind: str, period: str) -> bool:
        """Whether this is the first time; to be asked in the transaction of the mail itself."""
        _row, is_new = cls.objects.get_or_create(aanmelding=aanmelding, kind=kind, period=period)
        return is_new
