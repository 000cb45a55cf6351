"""Who comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models.activiteit import Activiteit
from wijkteams.activiteiten.models.keer import Keer

if TYPE_CHECKING:
    from accounts.models import User


class AanmeldingQuerySet(models.QuerySet["Aanmelding"]):
    """Sign-ups."""

    def holding(self) -> Self:
        """Those for whom places are kept."""
        return self.filter(status__in=Aanmelding.HOLDING)

    def waiting(self) -> Self:
        """The waiting list, in order of arrival."""
        return self.filter(status=Aanmelding.Status.WACHTLIJST).order_by("queued_at", "pk")

    def places(self) -> int:
        """How many places they hold together."""
        found: int | None = self.holding().aggregate(all=Sum("places"))["all"]
        return found or 0

    def visible_to(self, user: User) -> Self:
        """The sign-ups of activities of the wards that a user works for."""
        own = Activiteit.objects.visible_to(user)
        return self.filter(activiteit__in=own.values("pk"))


class Aanmelding(models.Model):
    """A place (or a few) at an activity, asked for without an account or typed in by the team."""

    class Status(models.TextChoices):
        """How it stands; the first three keep places."""

        ONBEVESTIGD = "onbevestigd", _("Nog niet bevestigd")
        BEVESTIGD = "bevestigd", _("Komt")
        AANGEBODEN = "aangeboden", _("Plek aangeboden")
        WACHTLIJST = "wachtlijst", _("Op de wachtlijst")
        AFGEMELD = "afgemeld", _("Afgemeld")
        VERLOPEN = "verlopen", _("Verlopen")

    class Bron(models.TextChoices):
        """By which way it came (requirement PL6)."""

        WEB = "web", _("Website")
        MAIL = "mail", _("E-mail")
        PAPIER = "papier", _("Papier")
        TELEFOON = "telefoon", _("Telefoon")
        DEUR = "deur", _("Aan de deur")
        SPREEKUUR = "spreekuur", _("Spreekuur")

    HOLDING: ClassVar[tuple[str, ...]] = ("onbevestigd", "bevestigd", "aangeboden")

    activiteit = models.ForeignKey(
        Activiteit, on_delete=models.CASCADE, related_name="aanmeldingen"
    )
    keer = models.ForeignKey(Keer, null=True, on_delete=models.CASCADE, related_name="aanmeldingen")
    "For which time; None: for the whole series."
    status = models.CharField(_("stand"), max_length=12, choices=Status)
    bron = models.CharField(_("hoe"), max_length=10, choices=Bron, default=Bron.WEB)
    name = models.CharField(_("naam"), max_length=100)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    adults = models.PositiveSmallIntegerField(_("volwassenen"), default=1)
    children = models.PositiveSmallIntegerField(_("kinderen"), default=0)
    age_group = models.CharField(_("leeftijd van de kinderen"), max_length=20, blank=True)
    places = models.PositiveSmallIntegerField(_("plekken"), default=1)
    "adults + children: what counts against the capacity."
    answers = models.JSONField(_("antwoorden"), default=dict, blank=True)
    "What was answered to the questions of the team, by question."
    language = models.CharField(max_length=10, default="nl")
    code = models.CharField(max_length=32, unique=True)
    "Random; with the key of the site it makes the links in mails (`aanmelden.tokens`)."
    request_key = models.CharField(max_length=64, unique=True)
    "Sent along by the form: the same form sent twice is one sign-up."
    entered_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "Who of the team typed it in; None: the resident."
    created_at = models.DateTimeField(auto_now_add=True)
    queued_at = models.DateTimeField(null=True)
    "Since when on the waiting list."
    hold_until = models.DateTimeField(null=True)
    "Until when an unconfirmed or offered place is kept."
    changed_at = models.DateTimeField(auto_now=True)
    came = models.BooleanField(_("was er"), null=True)

    objects = AanmeldingQuerySet.as_manager()

    # Nobody has to know of it before a page may go.
    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("aanmelding")
        verbose_name_plural = _("aanmeldingen")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(places__gte=1), name="aanmelding_for_some"),
            models.CheckConstraint(
                condition=models.Q(places=models.F("adults") + models.F("children")),
                name="aanmelding_places_are_people",
            ),
        ]
        indexes = [
            models.Index(fields=["activiteit", "keer", "status"], name="aanmelding_of_keer"),
            models.Index(fields=["status", "hold_until"], name="aanmelding_held"),
        ]

    def __str__(self) -> str:
        return self.name
