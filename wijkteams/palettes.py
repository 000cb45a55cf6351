"""The twelve curated palettes: contrast is tested in light and dark, so a ward only chooses."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Palet(models.TextChoices):
    """Value of `data-palet` on <html> and on cards of a ward."""

    SLUIS = "sluis", _("Sluis (blauw)")
    HAVEN = "haven", _("Haven (helderblauw)")
    OUDESLUIS = "oudesluis", _("Oude sluis (steenrood)")
    MOLEN = "molen", _("Molen (groen)")
    LINDE = "linde", _("Linde (mosgroen)")
    KANAAL = "kanaal", _("Kanaal (zeegroen)")
    SPOOR = "spoor", _("Spoor (paars)")
    TUIN = "tuin", _("Tuin (roze)")
    ZON = "zon", _("Zon (oker)")
    DUIN = "duin", _("Duin (zand)")
    HEIDE = "heide", _("Heide (lila)")
    AVOND = "avond", _("Avond (nachtblauw)")


DEFAULT_PALETTE = Palet.SLUIS
