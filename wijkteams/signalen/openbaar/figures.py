"""'Uit 143 signalen kwamen 12 acties', above the list (requirement G16)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.signalen.themas.figures import Jaarcijfers, year_figures

if TYPE_CHECKING:
    from wijkteams.models import Wijk

ENOUGH = 5
"Fewer signals in a year are no figure."
EARLY = 3
"Until this month the year before tells more."
KEPT = 6 * 3600
"Seconds: it is a figure of a year, and costs more than the list itself."


def year_words(wijk: Wijk | None) -> str:
    """One sentence about the last year that tells something; empty when there is none."""
    today = timezone.localdate()
    for year in _years(today):
        key = f"signalen-jaar:{wijk.pk if wijk else 'stad'}:{year}"
        found: Jaarcijfers | None = cache.get_or_set(key, partial(year_figures, wijk, year), KEPT)
        if found is not None and found.signalen >= ENOUGH:
            return _words(found)
    return ""


def _years(today: date) -> tuple[int, int]:
    this, before = today.year, today.year - 1
    return (before, this) if today.month < EARLY else (this, before)


def _words(found: Jaarcijfers) -> str:
    """What came of it, as far as there is something to tell."""
    begin = _("In %(year)d vertelden bewoners %(number)d signalen.")
    parts = [begin % {"year": found.year, "number": found.signalen}]
    if found.opgelost:
        solved = ngettext("%(number)d is opgelost.", "%(number)d zijn opgelost.", found.opgelost)
        parts.append(solved % {"number": found.opgelost})
    if found.acties:
        came = ngettext(
            "Er kwam %(number)d actie uit.", "Er kwamen %(number)d acties uit.", found.acties
        )
        parts.append(came % {"number": found.acties})
    return " ".join(parts)
