"""How it stands with an activity, in a word or two, as lists and labels say it.

A list does not say how many places are left: it would be made anew at each sign-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

GOOD, FULL, OFF, QUIET = "good", "full", "off", "quiet"


@dataclass(frozen=True)
class Label:
    """Words, and what they mean to the reader: one can come, one cannot, or it is called off."""

    words: str | Promise
    tone: str


LABELS = {
    "inloop": Label(_("Gewoon binnenlopen"), GOOD),
    "open": Label(_("U kunt zich aanmelden"), GOOD),
    "plekken": Label(_("Er zijn nog plekken"), GOOD),
    "bijna_vol": Label(_("Bijna vol"), GOOD),
    "vol": Label(_("Vol"), FULL),
    "wachtlijst": Label(_("Vol, er is een wachtlijst"), FULL),
    "dicht": Label(_("Aanmelden kan niet meer"), FULL),
    "voorbij": Label(_("Voorbij"), QUIET),
    "afgelast": Label(_("Gaat niet door"), OFF),
}
NOW = Label(_("Nu bezig"), GOOD)
CALLED_OFF = "afgelast"


def label_of(state: str, *, begun: bool = False, over: bool = False) -> Label | None:
    """The label of a state; hours that went by since it was written count too."""
    if state == CALLED_OFF:
        return LABELS[state]
    if over:
        return LABELS["voorbij"]
    if begun:
        return NOW
    return LABELS.get(state)
