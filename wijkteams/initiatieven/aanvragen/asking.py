"""Somebody writing an idea: what they said so far, and which screens come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Progress
from wijkteams.initiatieven.aanvragen import concept
from wijkteams.initiatieven.aanvragen.concept import Draft, Half
from wijkteams.initiatieven.aanvragen.recognised import Found
from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.models import Wijk

STEPS = {
    "idee": gettext_lazy("Wat wilt u doen?"),
    "lijkt-op": gettext_lazy("Doet u mee?"),
    "waarom": gettext_lazy("Waarom wilt u dit?"),
    "waar": gettext_lazy("Waar is het?"),
    "wie": gettext_lazy("Wie doet wat?"),
    "nodig": gettext_lazy("Wat hebt u nodig?"),
    "foto": gettext_lazy("Een foto"),
    "themas": gettext_lazy("Waar gaat het over?"),
    "uzelf": gettext_lazy("Wie bent u?"),
    "samen": gettext_lazy("Met wie doet u het?"),
    "regels": gettext_lazy("De huisregels"),
}
REVIEW = "nakijken"
SAME = "lijkt-op"
NAMES: list[str] = list(STEPS)


@dataclass
class Asking:
    """One request of somebody who writes an idea."""

    half: Half

    @property
    def draft(self) -> Draft:
        return self.half.draft

    @cached_property
    def wijk(self) -> Wijk:
        """The ward that it is for. Raises DoesNotExist when it was taken away meanwhile."""
        return Wijk.objects.select_related("opvolger").get(pk=self.draft.wijk)

    @cached_property
    def same(self) -> list[Found]:
        """Initiatives on the site that may be the same, or nearly so."""
        draft = self.draft
        if not draft.titel:
            return []
        place = (draft.plek[1], draft.plek[0]) if draft.plek else None
        return similar(draft.titel, draft.idee, wijk=self.wijk, place=place, themas=draft.themas)

    def first_missing(self) -> str | None:
        """The first screen without which it cannot be sent."""
        draft = self.draft
        if not (draft.titel and draft.idee):
            return "idee"
        if not (draft.plek or draft.waar or draft.hele_wijk):
            return "waar"
        if not (draft.name and (draft.email or draft.phone)):
            return "uzelf"
        return None if draft.akkoord else "regels"

    def may_see(self, step: str) -> bool:
        """Whether all that comes before a screen was answered."""
        missing = self.first_missing()
        return missing is None or NAMES.index(step) <= NAMES.index(missing)

    def after(self, step: str) -> str:
        """The name of the screen that comes next; alike initiatives only when there are any."""
        rest = NAMES[NAMES.index(step) + 1 :]
        if rest and rest[0] == SAME and not self.same:
            rest = rest[1:]
        return rest[0] if rest else REVIEW

    def before(self, step: str) -> str:
        """Where 'Terug' leads."""
        names = [name for name in NAMES if name != SAME]
        if step == SAME:
            return self.url_of("idee")
        at = names.index(step)
        return self.url_of(names[at - 1]) if at else self.url_of("")

    def url_of(self, step: str) -> str:
        """The address of a screen of this idea; without a step that of its first page."""
        if not step:
            return f"{reverse('idee:nieuw')}?wijk={self.wijk.slug}"
        if step == REVIEW:
            return reverse("idee:nakijken", args=[self.half.token])
        return reverse("idee:stap", args=[self.half.token, step])

    def go_on(self) -> str:
        """Where somebody goes on who comes back: the first screen that was not answered."""
        missing = self.first_missing()
        for name in NAMES:
            if name == missing or (name not in self.draft.gezien and name != SAME):
                return self.url_of(name)
        return self.url_of(REVIEW)

    def progress(self, step: str) -> dict[str, Any]:
        """How far they are, in words and bricks."""
        names = [name for name in NAMES if name != SAME]
        number = names.index("idee" if step == SAME else step) + 1
        told = _("Stap %(number)s van %(total)s") % {"number": number, "total": len(names)}
        return {"told": told, "progress": Progress([STEPS[one] for one in names], number)}


def asking_of(token: str, *, held: bool = False) -> Asking | None:
    """What is written behind this link; `held` within a transaction that changes it."""
    half = concept.find(token, held=held)
    if half is None or not Wijk.objects.filter(pk=half.draft.wijk).exists():
        return None
    return Asking(half)
