"""What a page tells, and which part of the ward it is about."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from core.blocks import StoryBlock
from core.blocks.field import BlocksField


class Verhaal(models.Model):
    """A text with pictures, who took them, and the neighbourhoods and themes that it is about."""

    body = BlocksField(StoryBlock(), blank=True, verbose_name=_("inhoud"))
    photo_credit = models.CharField(
        _("foto gemaakt door"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: 'Lotte'.")
    )
    buurten = ParentalManyToManyField(
        "wijkteams.Buurt",
        blank=True,
        verbose_name=_("buurten"),
        related_name="+",
        help_text=_("Geldt het voor de hele wijk? Kies er dan geen. Bijvoorbeeld: Loodsveld."),
    )
    themas = ParentalManyToManyField(
        "wijkteams.Thema",
        blank=True,
        verbose_name=_("thema's"),
        related_name="+",
        help_text=_("Hoogstens twee is genoeg. Bijvoorbeeld: Groen."),
    )

    class Meta:
        abstract = True
