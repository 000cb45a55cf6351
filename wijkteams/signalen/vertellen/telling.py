"""Somebody telling a signal: what they said so far, and which screens come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Progress
from wijkteams.models import Wijk
from wijkteams.signalen.models import Categorie, Signaal
from wijkteams.signalen.vertellen import concept, duplicates
from wijkteams.signalen.vertellen.concept import Draft, Half
from wijkteams.signalen.vertellen.forms import categories_of

STEPS = {
    "onderwerp": gettext_lazy("Waar gaat het over?"),
    "verhaal": gettext_lazy("Wat is er?"),
    "foto": gettext_lazy("Een foto"),
    "plek": gettext_lazy("Waar is het?"),
    "zelfde": gettext_lazy("Is het dit misschien?"),
    "contact": gettext_lazy("Wilt u horen wat ermee gebeurt?"),
}
REVIEW = "nakijken"
NAMES: list[str] = list(STEPS)


@dataclass
class Telling:
    """One request of somebody who tells a signal."""

    half: Half

    @property
    def draft(self) -> Draft:
        return self.half.draft

    @cached_property
    def wijk(self) -> Wijk | None:
        """The ward that it is about, as far as it is known."""
        return Wijk.objects.filter(pk=self.draft.wijk).first() if self.draft.wijk else None

    @cached_property
    def categorie(self) -> Categorie | None:
        """What it is about; None again when the team took that kind away meanwhile."""
        pk = self.draft.categorie
        return categories_of(self.wijk).filter(pk=pk).first() if pk else None

    @cached_property
    def same(self) -> list[Signaal]:
        """Public signals that may be the same."""
        if self.categorie is None or self.categorie.is_vertrouwelijk:
            return []
        longitude, latitude = self.draft.plek or (None, None)
        if latitude is None and not self.draft.hele_wijk:
            return []
        return duplicates.find(self.categorie, latitude, longitude, wijk=self.wijk)

    def first_missing(self) -> str | None:
        """The first screen without which it cannot be sent."""
        draft = self.draft
        if self.categorie is None:
            return "onderwerp"
        if not draft.titel:
            return "verhaal"
        has_place = draft.plek or draft.waar or draft.hele_wijk
        return "plek" if self.wijk is None or not has_place else None

    def may_see(self, step: str) -> bool:
        """Whether all that comes before a screen was answered."""
        missing = self.first_missing()
        return missing is None or NAMES.index(step) <= NAMES.index(missing)

    def after(self, step: str) -> str:
        """The name of the screen that comes next; equal signals only when there are any."""
        rest = NAMES[NAMES.index(step) + 1 :]
        if rest and rest[0] == "zelfde" and not self.same:
            rest = rest[1:]
        return rest[0] if rest else REVIEW

    def before(self, step: str) -> str:
        """Where 'Terug' leads."""
        names = [name for name in NAMES if name != "zelfde" or step == "zelfde" or self.same]
        at = names.index(step)
        return url_of(names[at - 1]) if at else reverse("signaal_nieuw")

    def progress(self, step: str) -> dict[str, Any]:
        """How far they are, in words and bricks."""
        names = [name for name in NAMES if name != "zelfde"]
        number = names.index("plek" if step == "zelfde" else step) + 1
        told = _("Stap %(number)s van %(total)s") % {"number": number, "total": len(names)}
        return {"told": told, "progress": Progress([STEPS[one] for one in names], number)}


def telling_of(request: HttpRequest, *, held: bool = False) -> Telling | None:
    """What is being told in this browser; `held` within a transaction that changes it."""
    half = concept.find(request, held=held)
    return Telling(half) if half is not None else None


def url_of(step: str) -> str:
    """The address of a screen."""
    return reverse("signaal_nakijken") if step == REVIEW else reverse("signaal_stap", args=[step])
