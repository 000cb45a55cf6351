"""What a listing row is about: its wards, neighbourhoods and themes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.models import Locale

from wijkteams.models.gebied import Buurt
from wijkteams.models.thema import Thema
from wijkteams.models.vermelding import PUBLIC, RUNNING, SIEVE, Vermelding
from wijkteams.models.wijk import Wijk
from wijkteams.querysets import InOwnWijkQuerySet


class Verband(models.Model):
    """A row and what it is about. Holds what lists are chosen and ordered by, so that a list of a
    ward, a buurt or a theme is read from one index, however many rows there are.
    """

    COPIED: ClassVar[tuple[str, ...]] = ("kind", "locale_id", "starts_at", "is_public", *SIEVE)

    vermelding = models.ForeignKey(Vermelding, on_delete=models.CASCADE, related_name="%(class)s")
    kind = models.CharField(max_length=20)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", db_index=False)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    last_day = models.DateField(null=True)
    marks = models.BigIntegerField(default=0)
    is_public = models.BooleanField(default=False)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.vermelding)


def _read_by(column: str) -> list[models.Index]:
    """The newest about one of these, and what still goes on: each from one index."""
    return [
        models.Index(
            fields=[column, "kind", "locale", "-starts_at", "-vermelding", *SIEVE],
            condition=PUBLIC,
            name=f"vermelding_of_{column}",
        ),
        models.Index(
            fields=[column, "kind", "locale", "ends_at"],
            condition=RUNNING,
            name=f"vermelding_running_{column}",
        ),
    ]


class VermeldingWijk(Verband):
    """A ward that something is of, or is for."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="+", db_index=False)

    objects = InOwnWijkQuerySet["VermeldingWijk"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wijk", "vermelding"], name="vermelding_once_in_wijk")
        ]
        indexes = _read_by("wijk")


class VermeldingBuurt(Verband):
    """A neighbourhood that something is about."""

    buurt = models.ForeignKey(Buurt, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["buurt", "vermelding"], name="vermelding_once_in_buurt")
        ]
        indexes = _read_by("buurt")


class VermeldingThema(Verband):
    """A theme that something is about; with the ward, for the list of a theme in a ward."""

    COPIED: ClassVar[tuple[str, ...]] = (*Verband.COPIED, "wijk_id")

    thema = models.ForeignKey(Thema, on_delete=models.CASCADE, related_name="+", db_index=False)
    wijk = models.ForeignKey(
        Wijk, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )

    objects = InOwnWijkQuerySet["VermeldingThema"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thema", "vermelding"], name="vermelding_once_in_thema")
        ]
        indexes = [
            *_read_by("thema"),
            models.Index(
                fields=["wijk", "thema", "kind", "locale", "-starts_at", "-vermelding", *SIEVE],
                condition=PUBLIC,
                name="vermelding_of_wijkthema",
            ),
        ]


LINKS: dict[str, tuple[type[Verband], str]] = {
    "wijken": (VermeldingWijk, "wijk_id"),
    "buurten": (VermeldingBuurt, "buurt_id"),
    "themas": (VermeldingThema, "thema_id"),
}
"What a row is about, and the column that says so."
