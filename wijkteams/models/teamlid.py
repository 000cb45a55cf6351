"""Who is shown as the team of a ward."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from wijkteams.models.wijkteam import WijkteamPage


class Teamlid(TranslatableMixin, Orderable):
    """Somebody of the team, as the site shows them. Only who agreed to it stands here."""

    page = ParentalKey(WijkteamPage, on_delete=models.CASCADE, related_name="teamleden")
    name = models.CharField(
        _("voornaam"),
        max_length=60,
        help_text=_("Alleen wie dat goed vindt, staat op de site. Bijvoorbeeld: Amira."),
    )
    task = models.CharField(
        _("taak"),
        max_length=80,
        blank=True,
        help_text=_("Wat deze persoon doet. Bijvoorbeeld: 'Regelt de boodschappenbus'."),
    )
    image = models.ForeignKey(
        "wijkteams.Image",
        verbose_name=_("portret"),
        help_text=_(
            "Mag leeg blijven. Vraag eerst of het mag. Bijvoorbeeld: een foto van dichtbij."
        ),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels: ClassVar[list[Any]] = [FieldPanel("name"), FieldPanel("task"), FieldPanel("image")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("teamlid")
        verbose_name_plural = _("teamleden")

    def __str__(self) -> str:
        return self.name
