"""What is needed, on the page of an initiative: how much was found, and the way to offer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from core.page_cache import valid_until
from wijkteams.initiatieven.hulp.counting import is_running, with_found, with_taken
from wijkteams.initiatieven.models import Dienst, HulpVraag, Initiatief, Nodig

MOST_SHIFTS = 6


@dataclass(frozen=True)
class Gevraagd:
    """One thing that is asked."""

    vraag: HulpVraag
    gevonden: int
    is_open: bool
    url: str
    diensten: list[Dienst] = field(default_factory=list)

    @property
    def words(self) -> str:
        """'3 van 8 gevonden'."""
        count = {
            "found": number_format(min(self.gevonden, self.vraag.aantal), force_grouping=True),
            "asked": number_format(self.vraag.aantal, force_grouping=True),
        }
        if self.vraag.soort == Nodig.GELD:
            return _("€ %(found)s van € %(asked)s gevonden") % count
        if self.vraag.aantal == 1:
            return _("Gevonden") if self.is_full else _("Nog niet gevonden")
        return _("%(found)s van %(asked)s gevonden") % count

    @property
    def is_full(self) -> bool:
        return self.gevonden >= self.vraag.aantal

    @property
    def asks(self) -> bool:
        """Whether a reader can still offer it."""
        return self.is_open and not self.is_full


def help_part(initiatief: Initiatief) -> dict[str, Any]:
    """All that is asked; two questions, however much that is."""
    today = timezone.localdate()
    rows = with_found(HulpVraag.objects.filter(initiatief=initiatief))
    over = initiatief.is_afgesloten or initiatief.samengevoegd_in_id is not None
    shifts = _shifts(initiatief)
    asked = [
        Gevraagd(
            row,
            row.gevonden,
            is_running(row, today) and not over,
            offer_url(initiatief, row),
            shifts[row.pk][:MOST_SHIFTS],
        )
        for row in rows
    ]
    return {"gevraagd": asked, "zoekt": any(one.asks for one in asked)}


def offer_url(initiatief: Initiatief, vraag: HulpVraag) -> str:
    """Where one offers; never a form on a page that is kept."""
    return reverse("hulp:helpen", args=[initiatief.translation_key, vraag.code])


def _shifts(initiatief: Initiatief) -> dict[int, list[Dienst]]:
    rows = Dienst.objects.filter(hulpvraag__initiatief=initiatief, begint__gt=timezone.now())
    found: dict[int, list[Dienst]] = defaultdict(list)
    for row in with_taken(rows).order_by("begint"):
        found[row.hulpvraag_id].append(row)
        valid_until(row.begint)  # a kept page never offers a time that began
    return found
