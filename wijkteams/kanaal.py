"""The ways by which somebody asks for something, or answers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kanaal(models.TextChoices):
    """How something came in (requirement PL6)."""

    WEB = "web", _("Website")
    MAIL = "mail", _("E-mail")
    PAPIER = "papier", _("Papier")
    TELEFOON = "telefoon", _("Telefoon")
    DEUR = "deur", _("Aan de deur")
    SPREEKUUR = "spreekuur", _("Spreekuur")
    IMPORT = "import", _("Bestaande lijst")
