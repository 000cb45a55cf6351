"""Who may fill in, and whether they did: kept apart from what they answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from enquetes.models.enquete import Enquete
from wijkteams.querysets import InOwnWijkQuerySet


class Deelname(models.Model):
    """One right to answer: of a code on a letter, an address or a member of the panel.

    Only a keyed digest, and whether it was used: no time, and nothing that leads to the answer.
    """

    class Soort(models.TextChoices):
        """What it was given to."""

        HUISCODE = "huiscode", _("Huiscode")
        MAIL = "mail", _("E-mailadres")
        PANEL = "panel", _("Panellid")

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="deelnames")
    soort = models.CharField(max_length=10, choices=Soort)
    digest = models.CharField(max_length=64)
    nummer = models.PositiveIntegerField(null=True)
    "Of a code: its number on the sheets; with the key of the site it makes the code again."
    buurt = models.ForeignKey(
        "wijkteams.Buurt", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "For which the letters with these codes were printed."
    used = models.BooleanField(_("gebruikt"), default=False)
    herinnerd = models.BooleanField(default=False)
    "Of a member of the panel: got the one reminder."

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("deelname")
        verbose_name_plural = _("deelnames")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["enquete", "digest"], name="deelname_once"),
            models.UniqueConstraint(fields=["enquete", "nummer"], name="huiscode_once"),
        ]

    def __str__(self) -> str:
        return f"{self.enquete_id}/{self.pk}"


class Uitslagmail(models.Model):
    """An address to which the results go. It has nothing in common with an answer (S5, S13)."""

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="uitslagmails")
    email = models.EmailField(_("e-mailadres"))
    language = models.CharField(max_length=10, default="nl")
    sent = models.BooleanField(default=False)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("adres voor de uitslag")
        verbose_name_plural = _("adressen voor de uitslag")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["enquete", "email"], name="uitslagmail_once")
        ]

    def __str__(self) -> str:
        return self.email


class Panellid(models.Model):
    """A resident who said: ask me (requirement S4). `wijk` is None for the panel of the city."""

    class Status(models.TextChoices):
        """Only who confirmed is asked."""

        ONBEVESTIGD = "onbevestigd", _("Nog niet bevestigd")
        ACTIEF = "actief", _("Doet mee")

    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, on_delete=models.CASCADE, related_name="+"
    )
    email = models.EmailField(_("e-mailadres"))
    email_key = models.CharField(max_length=320)
    name = models.CharField(_("naam"), max_length=120, blank=True)
    language = models.CharField(max_length=10, default="nl")
    status = models.CharField(max_length=12, choices=Status, default=Status.ONBEVESTIGD)
    code = models.CharField(max_length=32, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)

    objects = InOwnWijkQuerySet["Panellid"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("panellid")
        verbose_name_plural = _("panelleden")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["wijk", "email_key"], name="panellid_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.email
