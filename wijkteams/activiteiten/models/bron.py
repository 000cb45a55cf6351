"""Calendars of others, from which activities are taken over (requirement A10)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet


class Bron(models.Model):
    """The calendar of a library, a club or a church: an address that is read again and again, or
    a file that was handed in once. Of what it said only the activities are kept, without people.
    """

    class Vertrouwen(models.TextChoices):
        """What happens with what is new."""

        BEKIJKEN = "bekijken", _("Eerst bekijken")
        PLAATSEN = "plaatsen", _("Meteen plaatsen")

    class Stand(models.TextChoices):
        """How the fetching goes."""

        RUST = "rust", _("Klaar")
        WACHT = "wacht", _("Staat klaar om op te halen")
        BEZIG = "bezig", _("Wordt opgehaald")

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="bronnen",
        help_text=_("In welke agenda het komt te staan. Bijvoorbeeld: Havenkwartier."),
    )
    name = models.CharField(
        _("van wie"),
        max_length=100,
        help_text=_("Staat bij de activiteit als organisator. Bijvoorbeeld: Bibliotheek Sluisdam."),
    )
    address = models.URLField(
        _("adres van de kalender"),
        max_length=500,
        blank=True,
        help_text=_(
            "Vraag de organisatie om de link van haar iCal-kalender. "
            "Bijvoorbeeld: https://www.bieb.example/agenda.ics."
        ),
    )
    vertrouwen = models.CharField(
        _("wat doen we met wat nieuw is?"),
        max_length=10,
        choices=Vertrouwen,
        default=Vertrouwen.BEKIJKEN,
        help_text=_(
            "Kies 'meteen plaatsen' alleen als je alles van deze organisatie op de site wilt. "
            "Bijvoorbeeld: Eerst bekijken."
        ),
    )
    active = models.BooleanField(
        _("elke dag ophalen"),
        default=True,
        help_text=_("Uit: dan veranderen we niets meer. Bijvoorbeeld: aan."),
    )
    stand = models.CharField(max_length=10, choices=Stand, default=Stand.RUST, editable=False)
    asked_at = models.DateTimeField(null=True, editable=False)
    "When fetching was asked for: what is silent for long may be asked again."
    fetched_at = models.DateTimeField(_("laatst gelukt"), null=True, editable=False)
    error = models.CharField(_("wat er misging"), max_length=300, blank=True, editable=False)
    failures = models.PositiveSmallIntegerField(default=0, editable=False)
    "How often in a row it went wrong."
    etag = models.CharField(max_length=200, blank=True, editable=False)
    last_modified = models.CharField(max_length=60, blank=True, editable=False)

    objects = InOwnWijkQuerySet["Bron"].as_manager()

    class Meta:
        verbose_name = _("kalender van een ander")
        verbose_name_plural = _("kalenders van anderen")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_busy(self) -> bool:
        """Whether the screen should look again in a moment."""
        return self.stand != self.Stand.RUST

    def clean(self) -> None:
        super().clean()
        if self.address and not self.address.lower().startswith(("https://", "http://")):
            raise ValidationError({"address": _("Begin met https://.")})


class BronActiviteit(models.Model):
    """One activity in a calendar of another, and what became of it here."""

    class Stand(models.TextChoices):
        """How it stands here."""

        NIEUW = "nieuw", _("Nieuw")
        DUBBEL = "dubbel", _("Lijkt er al te zijn")
        GEPLAATST = "geplaatst", _("Staat in de agenda")
        GEWIJZIGD = "gewijzigd", _("Veranderd bij de bron")
        WEG = "weg", _("Weg bij de bron")
        OVERGESLAGEN = "overgeslagen", _("Nemen we niet over")
        GEWEIGERD = "geweigerd", _("Kan niet worden overgenomen")

    bron = models.ForeignKey(Bron, on_delete=models.CASCADE, related_name="gevonden")
    uid = models.CharField(max_length=255)
    "Its UID there; with the key of one time when that stood alone."
    title = models.CharField(_("titel"), max_length=255)
    starts_at = models.DateTimeField(_("begint op"), null=True)
    stand = models.CharField(_("stand"), max_length=15, choices=Stand, default=Stand.NIEUW)
    reason = models.CharField(_("waarom"), max_length=300, blank=True)
    said = models.JSONField(default=dict)
    "What the source says now (`importing.found`)."
    digest = models.CharField(max_length=64, blank=True)
    placed = models.JSONField(default=dict)
    "What we put on the page: what differs from it there, an editor changed."
    placed_digest = models.CharField(max_length=64, blank=True)
    translation_key = models.UUIDField(null=True, unique=True)
    "The page that was made of it."
    seen_at = models.DateTimeField(null=True)

    objects = models.Manager["BronActiviteit"]()

    class Meta:
        verbose_name = _("activiteit van een ander")
        verbose_name_plural = _("activiteiten van anderen")
        ordering = ["starts_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["bron", "uid"], name="bron_uid_once")]

    def __str__(self) -> str:
        return self.title
