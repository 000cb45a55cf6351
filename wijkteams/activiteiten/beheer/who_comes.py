"""What a change of the page would do to who comes already; nobody is ever thrown out silently."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.activiteiten.aanmelden.room import Room, room_of_series, rooms_of
from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer
from wijkteams.activiteiten.models.choices import Bereik, Inschrijving

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage

STILL_COUNT = (*Aanmelding.HOLDING, Aanmelding.Status.WACHTLIJST)
Refusals = Iterable[tuple[str, str]]


def refusals(page: ActiviteitPage) -> Refusals:
    """By field of the form: why what it says cannot be, for who signed up already."""
    activiteit = Activiteit.objects.of_page(page).first()
    if activiteit is None or not activiteit.takes_signups:
        return
    yield from _other_range(activiteit, page)
    if page.inschrijving == Inschrijving.BEPERKT and page.capacity:
        yield from _too_few_places(activiteit, page.capacity)


def _other_range(activiteit: Activiteit, page: ActiviteitPage) -> Refusals:
    if page.bereik == activiteit.bereik:
        return
    number = activiteit.aanmeldingen.filter(status__in=STILL_COUNT).count()
    if number:
        text = ngettext(
            "Er heeft zich al %(number)s persoon aangemeld. Dit kan nu niet meer anders: "
            "dan weten we niet voor welke dag.",
            "Er zijn al %(number)s aanmeldingen. Dit kan nu niet meer anders: "
            "dan weten we niet voor welke dag.",
            number,
        )
        yield "bereik", text % {"number": number}


def _too_few_places(activiteit: Activiteit, capacity: int) -> Refusals:
    if activiteit.bereik == Bereik.REEKS:
        taken = room_of_series(activiteit).taken
        if taken > capacity:
            yield "capacity", _words(_("Voor de hele reeks"), taken, capacity)
        return
    keren = list(activiteit.keren.upcoming().filter(cancelled_at=None, capacity=None))
    for keer, room in fullest(activiteit, keren)[:1]:
        if room.taken > capacity:
            day = date_format(timezone.localtime(keer.starts_at), "l j F")
            yield "capacity", _words(_("Op %(day)s") % {"day": day}, room.taken, capacity)


def fullest(activiteit: Activiteit, keren: list[Keer]) -> list[tuple[Keer, Room]]:
    """These times with their room, the one with the most people first."""
    rooms = rooms_of(activiteit, keren)
    found = [(keer, rooms[keer.pk]) for keer in keren]
    return sorted(found, key=lambda pair: -pair[1].taken)


def _words(when: str, taken: int, capacity: int) -> str:
    lost = ngettext(
        "dan verliest %(lost)s persoon haar plek",
        "dan verliezen %(lost)s mensen hun plek",
        taken - capacity,
    ) % {"lost": taken - capacity}
    return _(
        "%(when)s komen al %(taken)s mensen: %(losing)s. Vul %(taken)s of meer in. "
        "Wil je echt minder? Meld dan eerst mensen af bij de deelnemers."
    ) % {"when": when, "taken": taken, "losing": lost}


def refuse_too_few(keer: Keer, capacity: int | None) -> str:
    """Why one time cannot have so few places; empty when it can."""
    activiteit = keer.activiteit
    places = capacity if capacity is not None else activiteit.capacity
    if places is None or not activiteit.takes_signups or activiteit.bereik == Bereik.REEKS:
        return ""
    taken = rooms_of(activiteit, [keer])[keer.pk].taken
    return _words(_("Deze keer"), taken, places) if taken > places else ""
