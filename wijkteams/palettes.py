"""The twelve curated palettes: contrast is tested in light and dark, so a ward only chooses."""

from __future__ import annotations

from typing import NamedTuple

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


class Verf(NamedTuple):
    """Three steps of a palette for drawings that no style sheet reaches: 300, 500 and 800."""

    light: str
    middle: str
    deep: str


# The same values as in frontend/css/tokens/palettes.css; a test compares them.
VERF = {
    Palet.SLUIS: Verf("#a0c6fe", "#487ece", "#0e2e5b"),
    Palet.HAVEN: Verf("#89cff3", "#078ab9", "#013448"),
    Palet.OUDESLUIS: Verf("#ffac98", "#c8573e", "#561506"),
    Palet.MOLEN: Verf("#98d6a4", "#399453", "#003a16"),
    Palet.LINDE: Verf("#bfcd89", "#798821", "#2c3300"),
    Palet.KANAAL: Verf("#89d4cf", "#0b928c", "#023735"),
    Palet.SPOOR: Verf("#d0b5fb", "#8f68c3", "#382155"),
    Palet.TUIN: Verf("#ffa6bf", "#c45278", "#54122b"),
    Palet.ZON: Verf("#eabb78", "#a87304", "#412a02"),
    Palet.DUIN: Verf("#e1bba4", "#a27353", "#422816"),
    Palet.HEIDE: Verf("#e8ade5", "#aa5da8", "#471a46"),
    Palet.AVOND: Verf("#b6bffe", "#6b71db", "#252562"),
}


def verf_of(palette: str) -> Verf:
    """The paint of a palette; the city's own for a name that is not (or no longer) one."""
    return VERF[Palet(palette) if palette in Palet.values else DEFAULT_PALETTE]
