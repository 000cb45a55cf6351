"""What happens when somebody sends a page: it is kept, and they are led on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from enquetes.invullen import concept, pictures
from enquetes.vragen.antwoord import Antwoorden
from enquetes.vragen.lijst import Stap

if TYPE_CHECKING:
    from enquetes.invullen.forms import StapForm
    from enquetes.invullen.sitting import Sitting


@dataclass
class Turned:
    """Where they go now, and what must be said."""

    stap: int | None
    "The number of a page; None: read over what was filled in."
    notes: list[str] = field(default_factory=list)


def turn(sitting: Sitting, stap: Stap, form: StapForm) -> Turned:
    """Keep the answers of a page, in the caller's transaction; tell what that changes."""
    before = sitting.stappen
    _take_over(sitting, stap, form)
    draft = sitting.half.draft
    after = sitting.stappen
    notes = _gone(before, after, draft.gezien)
    number, now = _place(after, stap)
    if now is not None and _ids(now) - _ids(stap):
        concept.keep(sitting.half)
        return Turned(number, [*notes, _("Door uw antwoord is er op deze bladzijde iets bij.")])
    if stap.id not in draft.gezien:
        draft.gezien.append(stap.id)
    concept.keep(sitting.half)
    return Turned(number + 1 if number < len(after) else None, notes)


def keep_page(sitting: Sitting, stap: Stap, form: StapForm) -> None:
    """Put the answers of the form in the place of those to the questions of this page."""
    _take_over(sitting, stap, form)
    concept.keep(sitting.half)


def _take_over(sitting: Sitting, stap: Stap, form: StapForm) -> None:
    """In the draft, which the caller stores."""
    draft = sitting.half.draft
    mine = _ids(stap)
    others = {k: v for k, v in draft.antwoorden.items() if k.partition(":")[0] not in mine}
    draft.antwoorden = {**others, **form.antwoorden}
    pictures.keep(sitting.half, form.fotos)


def fingerprint(sitting: Sitting, stap: Stap) -> str:
    """What is kept of a page, as a code that stands in its form: another window may change it."""
    mine = _ids(stap)
    kept: Antwoorden = {
        key: value
        for key, value in sitting.half.draft.antwoorden.items()
        if key.partition(":")[0] in mine
    }
    return concept.mark_of(sitting.half, repr(sorted(kept.items())))


def _gone(before: Iterable[Stap], after: Iterable[Stap], seen: list[str]) -> list[str]:
    left = {stap.id for stap in after}
    text = _("U hoeft de bladzijde ‘%(title)s’ niet meer in te vullen. Die telt niet mee.")
    untitled = _("Een bladzijde die u had ingevuld, is niet meer nodig. Die telt niet mee.")
    return [
        text % {"title": stap.title} if stap.title else untitled
        for stap in before
        if stap.id not in left and stap.id in seen
    ]


def _place(stappen: tuple[Stap, ...], wanted: Stap) -> tuple[int, Stap | None]:
    """Its number now; when it is not shown any more, that of the page that was before it."""
    for number, stap in enumerate(stappen, start=1):
        if stap.id == wanted.id:
            return number, stap
    return 0, None


def _ids(stap: Stap) -> set[str]:
    return {vraag.id for vraag in stap.vragen}
