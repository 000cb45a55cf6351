"""What a team decides once about its newsletters."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet


class NieuwsbriefInstellingen(models.Model):
    """Sender, rhythm and counting, of one ward or (without) of the city."""

    class Ritme(models.TextChoices):
        """How often a draft is laid ready by itself (requirement N3)."""

        GEEN = "geen", _("Niet: wij beginnen zelf")
        WEEK = "week", _("Elke week")
        TWEE_WEKEN = "twee_weken", _("Elke twee weken")
        MAAND = "maand", _("Elke maand")

    wijk = models.OneToOneField(
        "wijkteams.Wijk",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="nieuwsbrief_instellingen",
        verbose_name=_("wijk"),
    )
    sender_name = models.CharField(
        _("naam van de afzender"),
        max_length=100,
        blank=True,
        help_text=_("Leeg: de naam van de wijk. Bijvoorbeeld: Wijkteam Havenkwartier."),
    )
    reply_to = models.EmailField(
        _("antwoorden gaan naar"),
        blank=True,
        help_text=_("Het adres van het wijkteam. Bijvoorbeeld: team@havenkwartier.example."),
    )
    colofon = models.TextField(
        _("onderaan elke nieuwsbrief"),
        max_length=300,
        blank=True,
        help_text=_("Wie jullie zijn en waar jullie zitten. Bijvoorbeeld: 'Kadehuis, Kade 12'."),
    )
    ritme = models.CharField(
        _("zelf een concept klaarzetten"), max_length=12, choices=Ritme, default=Ritme.GEEN
    )
    weekdag = models.PositiveSmallIntegerField(
        _("op welke dag"),
        default=4,
        choices=[
            (0, _("maandag")),
            (1, _("dinsdag")),
            (2, _("woensdag")),
            (3, _("donderdag")),
            (4, _("vrijdag")),
            (5, _("zaterdag")),
            (6, _("zondag")),
        ],
    )
    count_clicks = models.BooleanField(
        _("tellen hoe vaak een link wordt gebruikt"),
        default=False,
        help_text=_("Alleen aantallen per link. Wie er klikte, ziet niemand."),
    )
    last_draft_on = models.DateField(null=True, editable=False)
    "The day for which the rhythm laid a draft ready (requirement PL5)."

    objects = InOwnWijkQuerySet["NieuwsbriefInstellingen"].as_manager()

    class Meta:
        verbose_name = _("instellingen van de nieuwsbrief")
        verbose_name_plural = _("instellingen van de nieuwsbrief")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(wijk=None), name="nieuwsbriefinstellingen_one_of_city"
            )
        ]

    def __str__(self) -> str:
        return str(self.wijk or _("De stad"))
