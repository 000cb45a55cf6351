"""What people can ask for."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet


class LijstQuerySet(InOwnWijkQuerySet["Lijst"]):
    """Lists."""

    def open(self) -> Self:
        """Those that residents can choose now; a ward that stopped offers none."""
        from wijkteams.models.wijk import ENDED

        return self.filter(~Q(wijk__status__in=ENDED), is_open=True)


class Lijst(models.Model):
    """A newsletter that people can be on: of a ward, of one theme in it, or of the city (N4)."""

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="lijsten",
        verbose_name=_("wijk"),
    )
    "None: of the whole city."
    thema = models.ForeignKey(
        "wijkteams.Thema",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("thema"),
        help_text=_("Leeg: over alles. Bijvoorbeeld: Groen."),
    )
    title = models.CharField(
        _("naam"), max_length=100, help_text=_("Bijvoorbeeld: Nieuwsbrief Havenkwartier.")
    )
    description = models.TextField(
        _("wat krijgt u?"),
        max_length=300,
        blank=True,
        help_text=_("Bijvoorbeeld: elke twee weken het nieuws en de agenda van de wijk."),
    )
    code = models.SlugField(max_length=80, unique=True, editable=False)
    "Never changes: it stands in the List-Id of each mail (RFC 2919), by which readers sort."
    is_open = models.BooleanField(_("bewoners kunnen zich aanmelden"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = LijstQuerySet.as_manager()

    class Meta:
        verbose_name = _("lijst")
        verbose_name_plural = _("lijsten")
        ordering = ["title", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["wijk", "thema"], name="lijst_once_per_thema"),
            models.UniqueConstraint(
                fields=["wijk"], condition=Q(thema=None), name="lijst_once_per_wijk"
            ),
            models.UniqueConstraint(
                fields=["thema"], condition=Q(wijk=None), name="lijst_once_per_city_thema"
            ),
        ]

    def __str__(self) -> str:
        return self.title
