"""What an editor of the city sets once for all agendas."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

REGIONS = [("noord", _("Noord")), ("midden", _("Midden")), ("zuid", _("Zuid"))]
"The three parts in which the schools have their holidays (recurrence.holidays.Region)."


@register_setting(icon="calendar-alt")
class AgendaInstellingen(BaseSiteSetting):
    """In which part of the country the schools of this city have their holidays."""

    regio = models.CharField(
        _("regio van de schoolvakanties"),
        max_length=10,
        choices=REGIONS,
        default="midden",
        help_text=_("Bijvoorbeeld: Midden. Activiteiten kunnen in deze vakanties overslaan."),
    )

    class Meta:
        verbose_name = _("agenda-instellingen")
