"""One edition to one reader."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nieuws.models.nieuwsbrief.abonnee import Abonnee
from nieuws.models.nieuwsbrief.abonnement import Abonnement
from nieuws.models.nieuwsbrief.editie import Editie


class Zending(models.Model):
    """What must become of one mail, and what became of it."""

    class Status(models.TextChoices):
        """All but the first two are final; only 'onzeker' can be sent again, by hand."""

        WACHT = "wacht", _("Wacht")
        BEZIG = "bezig", _("Onderweg naar de mailserver")
        VERSTUURD = "verstuurd", _("Verstuurd")
        ONZEKER = "onzeker", _("Onzeker of hij weg is")
        GEWEIGERD = "geweigerd", _("Geweigerd door de mailserver")
        TERUG = "terug", _("Teruggekomen")
        OVERGESLAGEN = "overgeslagen", _("Overgeslagen: intussen afgemeld of gestopt")
        VERLOPEN = "verlopen", _("Niet meer verstuurd: te laat")

    editie = models.ForeignKey(Editie, on_delete=models.CASCADE, related_name="zendingen")
    abonnee = models.ForeignKey(Abonnee, null=True, on_delete=models.SET_NULL, related_name="+")
    abonnement = models.ForeignKey(
        Abonnement, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "By which list it goes to this reader: that one it offers to leave."
    status = models.CharField(_("stand"), max_length=12, choices=Status, default=Status.WACHT)
    domain = models.CharField(max_length=253, blank=True)
    "Of the address: some servers take but so many a minute."
    code = models.CharField(max_length=32, unique=True)
    "Random; stands in Message-ID and in the address to which bounces come back."
    claim = models.CharField(max_length=32, blank=True)
    "Which sender took it, with a batch; its journal says how far it came."
    claimed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    answer = models.CharField(max_length=200, blank=True)
    "What the mail server said, without addresses."
    sent_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("zending")
        verbose_name_plural = _("zendingen")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["editie", "abonnee"], name="zending_once_per_abonnee")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["editie", "status", "id"], name="zending_to_do"),
            models.Index(fields=["claim"], name="zending_claim", condition=~models.Q(claim="")),
        ]

    def __str__(self) -> str:
        return self.code
