"""What was decided about a thing, and looking again."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.moderatie.models.choices import Actie, Reden, Uitkomst, token_code
from wijkteams.querysets import InOwnWijkQuerySet


class Besluit(models.Model):
    """The statement of reasons (rule R-16): what, the facts, the ground, and who it was not.

    The author reads it at a link of their own. It answers all reports that waited then.
    """

    code = models.CharField(max_length=32, unique=True, default=token_code)
    "Of the author's page: without our signature it opens nothing (`tokens`)."
    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, on_delete=models.CASCADE, related_name="moderatiebesluiten"
    )
    soort = models.CharField(max_length=40)
    object_id = models.PositiveBigIntegerField()
    onderwerp = models.CharField(_("waar het over gaat"), max_length=160)
    "As all could read it."
    actie = models.CharField(_("wat doen we"), max_length=10, choices=Actie)
    geldt = models.CharField(max_length=10, choices=Actie)
    "The same, until looking again changed it."
    grond = models.CharField(_("regel"), max_length=15, choices=Reden)
    feiten = models.TextField(_("wat er aan de hand is"), max_length=1000)
    uitleg = models.TextField(_("waarom we dit besluiten"), max_length=2000)
    automatisch = models.BooleanField(default=False)
    "Whether a program decided; none does here, and the statement says so."
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    genomen_op = models.DateTimeField(default=timezone.now)

    objects = InOwnWijkQuerySet["Besluit"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("moderatiebesluit")
        verbose_name_plural = _("moderatiebesluiten")
        ordering = ["-genomen_op", "-pk"]
        indexes = [models.Index(fields=["soort", "object_id"], name="besluit_over")]

    def __str__(self) -> str:
        return f"{self.pk}: {self.get_geldt_display()}"


class Herziening(models.Model):
    """Somebody does not agree, and another moderator looks (requirement M2)."""

    class Van(models.TextChoices):
        """Who asks it."""

        AUTEUR = "auteur", _("Wie het plaatste")
        MELDER = "melder", _("Wie het meldde")

    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, on_delete=models.CASCADE, related_name="herzieningen"
    )
    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="herzieningen")
    van = models.CharField(max_length=10, choices=Van)
    melding = models.ForeignKey(
        "moderatie.Inhoudsmelding", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "Which reporter; None for the author."
    waarom = models.TextField(max_length=2000)
    gevraagd_op = models.DateTimeField(default=timezone.now)
    uitkomst = models.CharField(
        _("wat vind je"), max_length=10, choices=Uitkomst, blank=True, default=""
    )
    antwoord = models.TextField(_("waarom"), max_length=2000, blank=True)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    herzien_op = models.DateTimeField(null=True)

    objects = InOwnWijkQuerySet["Herziening"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("herziening")
        verbose_name_plural = _("herzieningen")
        ordering = ["gevraagd_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["besluit"],
                condition=models.Q(van="auteur"),
                name="herziening_author_once",
            ),
            models.UniqueConstraint(fields=["besluit", "melding"], name="herziening_melder_once"),
        ]

    def __str__(self) -> str:
        return f"{self.besluit_id}: {self.get_van_display()}"
