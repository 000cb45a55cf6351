"""What a resident would like to start, before the team answered (requirements I1 and I3)."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.initiatieven.models.choices import Aanvraagstaat
from wijkteams.initiatieven.models.initiatief import Initiatief
from wijkteams.initiatieven.models.querysets import AanvraagQuerySet
from wijkteams.kanaal import Kanaal
from wijkteams.models.importronde import private_storage


def token_code() -> str:
    """The part of a secret link that stands in the database: 128 bits."""
    return secrets.token_hex(16)


class InitiatiefAanvraag(models.Model):
    """An idea that somebody sent. Its initiators are `Initiatiefnemer` rows."""

    code = models.CharField(max_length=32, unique=True, default=token_code)
    "Of the status page: a link without our signature opens nothing."
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        on_delete=models.CASCADE,
        related_name="aanvragen",
        verbose_name=_("wijk"),
    )
    staat = models.CharField(
        _("antwoord"), max_length=12, choices=Aanvraagstaat, default=Aanvraagstaat.NIEUW
    )
    titel = models.CharField(_("idee in het kort"), max_length=120)
    idee = models.TextField(_("wat wilt u doen"), max_length=2000)
    waarom = models.TextField(_("waarom"), max_length=1000, blank=True)
    wie = models.TextField(_("wie doet wat"), max_length=1000, blank=True)
    nodig = models.JSONField(_("wat er nodig is"), default=dict, blank=True)
    "From a `Nodig` to the words with it: {'mensen': 'acht chauffeurs', 'ruimte': ''}."
    themas = models.ManyToManyField("wijkteams.Thema", blank=True, related_name="+")
    hele_wijk = models.BooleanField(_("in de hele wijk"), default=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    plaats_tekst = models.CharField(_("waar"), max_length=200, blank=True)
    language = models.CharField(max_length=10, default="nl")
    kanaal = models.CharField(_("hoe"), max_length=10, choices=Kanaal, default=Kanaal.WEB)
    ingevoerd_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    toegewezen_aan = models.ForeignKey(
        "accounts.User",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("wie pakt het op"),
    )
    ingediend_op = models.DateTimeField(_("ingediend op"), default=timezone.now)
    antwoord_voor = models.DateField(_("antwoord voor"))
    "Three working days after it was sent (requirement I3)."
    beslist_op = models.DateTimeField(_("beslist op"), null=True, blank=True)
    beslist_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reden = models.TextField(_("waarom niet"), max_length=1000, blank=True)
    "What the initiator reads; obligatory with a refusal."
    initiatief = models.ForeignKey(
        Initiatief, null=True, on_delete=models.SET_NULL, related_name="aanvragen"
    )
    "What became of it; or what it joined."
    recept_van = models.ForeignKey(
        Initiatief, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The initiative that they saw and want here too."
    stap = models.PositiveIntegerField(default=0)
    "One more at each change: the second of two moderators is told what the first did."

    objects = AanvraagQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("idee van een bewoner")
        verbose_name_plural = _("ideeën van bewoners")
        ordering = ["ingediend_op", "pk"]
        indexes = [models.Index(fields=["wijk", "staat", "ingediend_op"], name="aanvraag_rij")]

    def __str__(self) -> str:
        return self.titel

    @property
    def is_open(self) -> bool:
        """Whether the team must still answer."""
        return self.staat in {Aanvraagstaat.NIEUW, Aanvraagstaat.IN_GESPREK}


def foto_path(instance: AanvraagFoto, filename: str) -> str:
    """A name that nobody can guess."""
    return f"initiatieven/{secrets.token_hex(16)}.{filename.rpartition('.')[2]}"


class AanvraagFoto(models.Model):
    """A cleaned picture with an idea, in private storage until the team places it."""

    aanvraag = models.ForeignKey(InitiatiefAanvraag, on_delete=models.CASCADE, related_name="fotos")
    code = models.CharField(max_length=32, unique=True, default=token_code, editable=False)
    file = models.FileField(_("foto"), upload_to=foto_path, storage=private_storage)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("foto bij een idee")
        verbose_name_plural = _("foto's bij ideeën")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class Aanvraagstap(models.Model):
    """What the team did with a request, or asked; and what the initiator answered."""

    aanvraag = models.ForeignKey(
        InitiatiefAanvraag, on_delete=models.CASCADE, related_name="stappen"
    )
    naar = models.CharField(_("antwoord"), max_length=12, choices=Aanvraagstaat)
    tekst = models.TextField(_("wat er gezegd is"), max_length=1000, blank=True)
    "The initiator reads it: a question, a reason; or it is their answer."
    van_bewoner = models.BooleanField(_("van de bewoner"), default=False)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    wanneer = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("stap met een idee")
        verbose_name_plural = _("stappen met ideeën")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.aanvraag_id}: {self.naar}"


class Initiatiefnemer(models.Model):
    """Who wants it, and how to reach them: of a request, and later of the initiative."""

    aanvraag = models.ForeignKey(
        InitiatiefAanvraag, null=True, on_delete=models.CASCADE, related_name="initiatiefnemers"
    )
    initiatief = models.ForeignKey(
        Initiatief, null=True, on_delete=models.CASCADE, related_name="initiatiefnemers"
    )
    code = models.CharField(max_length=32, unique=True, default=token_code)
    "Of their own page: a link without our signature opens nothing."
    name = models.CharField(_("naam"), max_length=120)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoonnummer"), max_length=20, blank=True)
    language = models.CharField(max_length=10, default="nl")
    naam_openbaar = models.BooleanField(_("mijn naam mag op de site"), default=False)
    bevestigd_op = models.DateTimeField(_("bevestigd op"), null=True, blank=True)
    "When they opened the link in our mail and said yes."
    uitgenodigd_door = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The first initiator, who named them."
    is_vertrouwd = models.BooleanField(_("wijzigingen meteen op de site"), default=False)
    gestopt_op = models.DateTimeField(null=True)
    "When they left it."
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("initiatiefnemer")
        verbose_name_plural = _("initiatiefnemers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
