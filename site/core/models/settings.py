"""What an editor of the city sets once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class StadInstellingen(BaseSiteSetting):
    """Name and contact of the city's site, as footer, mails and error pages show them."""

    stad = models.CharField(
        _("naam van de stad"),
        max_length=80,
        default="",
        blank=True,
        help_text=_("Staat op elke pagina. Bijvoorbeeld: Sluisdam."),
    )
    site_naam = models.CharField(
        _("naam van de site"),
        max_length=80,
        default="Wijkplein",
        help_text=_("Staat bovenaan en in mails. Bijvoorbeeld: Wijkplein."),
    )
    contact_email = models.EmailField(
        _("e-mailadres"),
        blank=True,
        help_text=_("Staat onder aan elke pagina. Bijvoorbeeld: wijken@sluisdam.nl."),
    )
    contact_phone = models.CharField(
        _("telefoon"),
        max_length=30,
        blank=True,
        help_text=_("Staat onder aan elke pagina. Bijvoorbeeld: 0182 12 34 56."),
    )
    phone_hours = models.CharField(
        _("bereikbaar"),
        max_length=120,
        blank=True,
        help_text=_("Bijvoorbeeld: 'op werkdagen van 10.00 tot 16.00 uur'."),
    )
    footer_text = models.TextField(
        _("tekst onder aan elke pagina"),
        max_length=300,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Deze site is van de wijkteams van Sluisdam.'"),
    )
    privacy_text = models.TextField(
        _("wie is verantwoordelijk voor persoonsgegevens"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Staat boven aan de privacypagina. Bijvoorbeeld: 'De gemeente Sluisdam is "
            "verantwoordelijk. De wijkteams werken met de gegevens namens de gemeente.'"
        ),
    )
    # Where the picture of the city for shared links lies; drawn by whoever knows the map.
    social_card = models.CharField(max_length=120, blank=True, editable=False)

    class Meta:
        verbose_name = _("gegevens van de stad")
