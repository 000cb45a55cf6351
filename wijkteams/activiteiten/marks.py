"""What one can choose activities by, as marks on their listing rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models.choices import Kinderen, Taal, VoorWie

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage

FREE, NO_STEPS = "gratis", "drempels"
CHILDREN, WITH_CHILDREN = "kinderen", "meebrengen"
WARD_FRONT, CITY_FRONT = "voorop", "voorop_stad"
FOR_WHOM = {
    CHILDREN: _("Voor kinderen"),
    WITH_CHILDREN: _("Kinderen mogen mee"),
    VoorWie.VROUWEN.value: _("Voor vrouwen"),
    VoorWie.MANNEN.value: _("Voor mannen"),
}
"Whom it is for, as the reader chooses."
MARKS = (
    FREE,
    NO_STEPS,
    *FOR_WHOM,
    WARD_FRONT,
    CITY_FRONT,
    *(f"taal_{code}" for code in Taal.values),
)
"A mark is a bit by its place: new ones go last, and none ever goes."


def marks_of(page: ActiviteitPage) -> frozenset[str]:
    """The marks of an activity."""
    place = page.locatie
    held = {
        FREE: page.is_free,
        NO_STEPS: place is not None and place.is_without_steps,
        CHILDREN: page.kinderen == Kinderen.VOOR_KINDEREN,
        WITH_CHILDREN: page.kinderen != Kinderen.LIEVER_NIET,
        WARD_FRONT: page.voorop,
        CITY_FRONT: page.voorop_stad,
    }
    found = {name for name, holds in held.items() if holds}
    if page.voor_wie != VoorWie.IEDEREEN:
        found.add(page.voor_wie)
    spoken = [code for code in page.talen if code in Taal.values] or [Taal.NL.value]
    return frozenset(found | {f"taal_{code}" for code in spoken})
