"""For whom an activity is, and what one needs to know before coming."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models.choices import Kinderen, VoorWie


class GoodToKnowFields(models.Model):
    """Whom it is for, what it costs, what to bring, whom to ask (requirement A1)."""

    voor_wie = models.CharField(
        _("voor wie"),
        max_length=10,
        choices=VoorWie,
        default=VoorWie.IEDEREEN,
        help_text=_("Bijvoorbeeld: Iedereen."),
    )
    kinderen = models.CharField(
        _("kinderen"),
        max_length=15,
        choices=Kinderen,
        default=Kinderen.MOGEN_MEE,
        help_text=_("Bijvoorbeeld: Kinderen mogen mee."),
    )
    age_from = models.PositiveSmallIntegerField(
        _("vanaf welke leeftijd"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(120)],
        help_text=_("Leeg: maakt niet uit. Bijvoorbeeld: 4."),
    )
    age_until = models.PositiveSmallIntegerField(
        _("tot en met welke leeftijd"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(120)],
        help_text=_("Leeg: maakt niet uit. Bijvoorbeeld: 10."),
    )
    level = models.CharField(
        _("wat moet u al kunnen?"),
        max_length=100,
        blank=True,
        help_text=_("Leeg: niets. Bijvoorbeeld: 'U kunt een gesprek voeren in het Nederlands.'"),
    )
    is_free = models.BooleanField(
        _("gratis"),
        default=True,
        help_text=_("Met een vinkje staat er 'Gratis' bij. Bijvoorbeeld bij koffie."),
    )
    costs = models.CharField(
        _("wat kost het"),
        max_length=100,
        blank=True,
        help_text=_("Bijvoorbeeld: '€ 3,50, met de Stadspas gratis'."),
    )
    bring = models.CharField(
        _("meenemen"),
        max_length=150,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Laarzen en een schep'."),
    )
    organiser = models.CharField(
        _("wie organiseert het"),
        max_length=120,
        blank=True,
        help_text=_("Leeg: het wijkteam. Bijvoorbeeld: 'Buurtvereniging De Kade'."),
    )
    contact_phone = models.CharField(
        _("telefoon voor vragen"),
        max_length=30,
        blank=True,
        help_text=_("Veel bewoners bellen liever. Bijvoorbeeld: 0500 12 34 07."),
    )
    contact_email = models.EmailField(
        _("e-mail voor vragen"), blank=True, help_text=_("Bijvoorbeeld: wijkteam@sluisdam.nl.")
    )
    talen = models.JSONField(
        _("talen die er gesproken worden"),
        default=list,
        blank=True,
        help_text=_("Niets gekozen: Nederlands. Bijvoorbeeld: Nederlands en Arabisch."),
    )
    help_available = models.CharField(
        _("hulp die er is"),
        max_length=150,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Iemand haalt u op als u slecht loopt.'"),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.age_from and self.age_until and self.age_until < self.age_from:
            raise ValidationError({"age_until": _("Dit is jonger dan 'vanaf welke leeftijd'.")})
