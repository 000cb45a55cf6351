"""What an editor of the city sets once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class StadInstellingen(BaseSiteSetting):
    """Name and contact of the city's site, as footer, mails and error pages show them."""

    stad = models.CharField(_("naam van de stad"), max_length=80, default="", blank=True)
    site_naam = models.CharField(_("naam van de site"), max_length=80, default="Wijkplein")
    contact_email = models.EmailField(_("e-mailadres"), blank=True)
    contact_phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    phone_hours = models.CharField(
        _("bereikbaar"),
        max_length=120,
        blank=True,
        help_text=_("Bijvoorbeeld: 'op werkdagen van 10.00 tot 16.00 uur'."),
    )
    footer_text = models.TextField(_("tekst onder aan elke pagina"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("gegevens van de stad")
