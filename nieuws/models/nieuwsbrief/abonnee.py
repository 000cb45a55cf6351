"""Who receives newsletters."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Abonnee(models.Model):
    """An address to which somebody asked us to write. One row, on however many lists."""

    class Stand(models.TextChoices):
        """Whether mail goes there."""

        ACTIEF = "actief", _("Ontvangt mail")
        GESCHORST = "geschorst", _("Mail komt niet aan")
        KLACHT = "klacht", _("Meldde onze mail als ongewenst")

    email = models.EmailField(_("e-mailadres"), max_length=254)
    "As it was typed: to this we write."
    email_key = models.CharField(max_length=320, unique=True)
    "By which the same address is recognised (`abonneren.addresses.key_of`)."
    language = models.CharField(max_length=10, default="nl")
    stand = models.CharField(_("stand"), max_length=10, choices=Stand, default=Stand.ACTIEF)
    stand_since = models.DateTimeField(null=True)
    code = models.CharField(max_length=32, unique=True)
    "Random; with the key of the site it makes the link to 'Mijn nieuwsbrieven'."
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("abonnee")
        verbose_name_plural = _("abonnees")
        indexes: ClassVar[list[models.Index]] = [
            # Whose mail does not arrive: a few of many.
            models.Index(fields=["stand"], name="abonnee_stand"),
        ]

    def __str__(self) -> str:
        return self.email
