"""What a reader reports, and everything that was done with it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.moderatie.models.besluit import Besluit
from wijkteams.moderatie.models.choices import Reden, Wat, token_code
from wijkteams.querysets import InOwnWijkQuerySet


class Inhoudsmelding(models.Model):
    """'Meld deze inhoud', by anybody, without an account (requirement M2, rule R-16).

    Of which thing it is, `registry` knows: its kind and its key in the database.
    """

    code = models.CharField(max_length=32, unique=True, default=token_code)
    "Of the reporter's page: without our signature it opens nothing (`tokens`)."
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        on_delete=models.CASCADE,
        related_name="inhoudsmeldingen",
    )
    soort = models.CharField(_("soort"), max_length=40)
    object_id = models.PositiveBigIntegerField()
    onderwerp = models.CharField(_("waar het over gaat"), max_length=160)
    adres = models.CharField(_("adres op de site"), max_length=300)
    reden = models.CharField(_("reden"), max_length=15, choices=Reden)
    plek = models.CharField(_("waar precies"), max_length=300, blank=True)
    uitleg = models.TextField(_("uitleg"), max_length=2000)
    name = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    language = models.CharField(max_length=10, default="nl")
    gemeld_op = models.DateTimeField(_("gemeld op"), default=timezone.now)
    is_spam = models.BooleanField(default=False)
    "The report itself is nonsense: it is closed, and nothing happens with the thing."
    besluit = models.ForeignKey(
        Besluit, null=True, on_delete=models.SET_NULL, related_name="meldingen"
    )
    gesloten_op = models.DateTimeField(null=True)
    mening_gevraagd_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "Who wants to hear what another thinks; None when nobody does, or when that was said."
    stad_op = models.DateTimeField(null=True)
    "Since when the city looks along: nobody did anything for 48 hours (requirement M3)."

    objects = InOwnWijkQuerySet["Inhoudsmelding"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("gemelde inhoud")
        verbose_name_plural = _("gemelde inhoud")
        ordering = ["gemeld_op", "pk"]
        indexes = [
            models.Index(fields=["gesloten_op", "gemeld_op"], name="melding_open"),
            models.Index(fields=["soort", "object_id"], name="melding_over"),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def nummer(self) -> str:
        """How one names it in a conversation."""
        return f"M-{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.gesloten_op is None


class Moderatiestap(models.Model):
    """One line of the log of a report. Only added, never changed."""

    melding = models.ForeignKey(Inhoudsmelding, on_delete=models.CASCADE, related_name="stappen")
    wat = models.CharField(max_length=12, choices=Wat)
    tekst = models.TextField(max_length=2000, blank=True)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    wanneer = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("stap van moderatie")
        verbose_name_plural = _("stappen van moderatie")
        ordering = ["wanneer", "pk"]

    def __str__(self) -> str:
        return f"{self.melding_id}: {self.get_wat_display()}"
