"""What a resident told the team."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.kanaal import Kanaal
from wijkteams.models.importronde import private_storage
from wijkteams.signalen.models.categorie import Categorie
from wijkteams.signalen.models.choices import Klasse, Openbaarheid, Staat
from wijkteams.signalen.models.querysets import GESLOTEN, OfSignaalQuerySet, SignaalQuerySet

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"Without signs that look alike: it is said by telephone."


def new_code() -> str:
    """A public number such as '2026-k7m2p9': it tells the year, and not how many there are."""
    sign = "".join(secrets.choice(LETTERS) for _ in range(6))
    return f"{timezone.localdate():%Y}-{sign}"


class Signaal(models.Model):
    """One signal. Who told it is kept apart (`Melder`); every step is an `Opvolging`.

    Written by `services` only: it keeps state, place and rows of lists in step.
    """

    code = models.CharField(_("nummer"), max_length=12, unique=True, default=new_code)
    wijk = models.ForeignKey(
        "wijkteams.Wijk", on_delete=models.CASCADE, related_name="signalen", verbose_name=_("wijk")
    )
    buurt = models.ForeignKey(
        "wijkteams.Buurt",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("buurt"),
    )
    categorie = models.ForeignKey(
        Categorie, on_delete=models.PROTECT, related_name="signalen", verbose_name=_("categorie")
    )
    klasse = models.CharField(_("wie mag het weten"), max_length=15, choices=Klasse)
    "At least as closed as that of its category when it was told; the team may close it further."
    staat = models.CharField(_("staat"), max_length=12, choices=Staat, default=Staat.NIEUW)
    openbaarheid = models.CharField(
        _("op de site"), max_length=10, choices=Openbaarheid, default=Openbaarheid.WACHT
    )
    titel = models.CharField(_("in het kort"), max_length=120)
    tekst = models.TextField(_("wat er is"), max_length=2000, blank=True)
    "Parts that were taken away are gone: '[weggehaald: persoonsgegevens]' stands there."
    language = models.CharField(max_length=10, default="nl")
    latitude = models.FloatField(_("breedtegraad"), null=True, blank=True)
    longitude = models.FloatField(_("lengtegraad"), null=True, blank=True)
    plaats_tekst = models.CharField(_("waar"), max_length=200, blank=True)
    "As told: an address, a street, a landmark. For the team only."
    hele_wijk = models.BooleanField(_("in de hele wijk"), default=False)
    openbaar_latitude = models.FloatField(null=True, editable=False)
    openbaar_longitude = models.FloatField(null=True, editable=False)
    openbaar_plaats = models.CharField(_("plaats op de site"), max_length=120, blank=True)
    "Without number of a house (requirement G5); kept by `plaats`."
    kanaal = models.CharField(_("hoe"), max_length=10, choices=Kanaal, default=Kanaal.WEB)
    ingevoerd_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The volunteer who typed in what was told by phone or at the door."
    citaat = models.BooleanField(_("wij mogen deze tekst gebruiken"), default=False)
    toegewezen_aan = models.ForeignKey(
        "accounts.User",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("wie pakt het op"),
    )
    herinnering_op = models.DateField(_("kom erop terug op"), null=True, blank=True)
    samengevoegd_in = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="dubbele"
    )
    aantal_mee = models.PositiveIntegerField(_("ook last van"), default=0)
    "How many others have it too; counted from `Medemelder` and what was merged into it."
    stap = models.PositiveIntegerField(default=0)
    "One more at each change: who writes on an older one is told what changed meanwhile."
    gemeld_op = models.DateTimeField(_("verteld op"), default=timezone.now)
    bijgewerkt_op = models.DateTimeField(_("bijgewerkt op"), default=timezone.now)
    gesloten_op = models.DateTimeField(_("klaar op"), null=True, blank=True)
    geanonimiseerd_op = models.DateField(null=True, editable=False)

    objects = SignaalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        ordering = ["-gemeld_op", "-pk"]
        indexes = [
            models.Index(fields=["wijk", "-gemeld_op"], name="signaal_wijk"),
            models.Index(fields=["wijk", "staat", "-gemeld_op"], name="signaal_staat"),
            models.Index(fields=["openbaarheid", "-gemeld_op"], name="signaal_openbaar"),
            models.Index(fields=["categorie", "latitude", "longitude"], name="signaal_plek"),
            models.Index(fields=["gesloten_op"], name="signaal_gesloten"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.titel}" if not self.is_vertrouwelijk else self.code

    @property
    def is_vertrouwelijk(self) -> bool:
        return self.klasse == Klasse.VERTROUWELIJK

    @property
    def is_gesloten(self) -> bool:
        return self.staat in GESLOTEN

    @property
    def is_openbaar(self) -> bool:
        """Whether all may see it; `SignaalQuerySet.openbaar` says the same of many."""
        return (
            self.openbaarheid == Openbaarheid.OPENBAAR
            and not self.is_vertrouwelijk
            and self.samengevoegd_in_id is None
        )

    @property
    def toont_tekst(self) -> bool:
        """Whether all may read its own words and see its photos: not of a limited one."""
        return self.is_openbaar and self.klasse == Klasse.OPENBAAR


def foto_path(instance: SignaalFoto, filename: str) -> str:
    """A name that nobody can guess."""
    return f"signalen/{secrets.token_hex(16)}.{filename.rpartition('.')[2]}"


class SignaalFoto(models.Model):
    """A cleaned picture with a signal (requirement G3), in private storage."""

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="fotos")
    code = models.CharField(max_length=32, unique=True, editable=False)
    "In its address; another one after redaction, so that no old address shows what was taken away."
    file = models.FileField(_("foto"), upload_to=foto_path, storage=private_storage)
    small = models.FileField(upload_to=foto_path, storage=private_storage, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    is_openbaar = models.BooleanField(_("op de site"), default=False)
    "Only after somebody of the team looked at it."
    is_bewerkt = models.BooleanField(_("deels afgedekt"), default=False)

    objects = OfSignaalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("foto bij een signaal")
        verbose_name_plural = _("foto's bij signalen")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)

    def save(self, *args: object, **kwargs: object) -> None:
        self.code = self.code or secrets.token_hex(16)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
