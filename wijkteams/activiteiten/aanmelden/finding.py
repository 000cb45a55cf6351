"""From an address to what somebody wants to sign up for."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language

from core.places import place_of
from core.routing import find_page
from wijkteams.activiteiten.aanmelden.room import Room, room_of_series, rooms_of
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.models.choices import Bereik

SECTION = "agenda"


@dataclass(frozen=True)
class Wanted:
    """A published page, its activity, and the time; None: the whole series."""

    page: ActiviteitPage
    activiteit: Activiteit
    keer: Keer | None

    def room(self) -> Room:
        """How much room there is now."""
        if self.keer is None:
            return room_of_series(self.activiteit)
        return rooms_of(self.activiteit, [self.keer])[self.keer.pk]


def public_page(request: HttpRequest, slug: str, wijk: str = "") -> ActiviteitPage | None:
    """The page of an activity in the reader's language, if everybody may read it."""
    place = place_of(request)
    if place is None or not place.speaks_the_language:
        return None
    found = find_page(place, "/".join(part for part in (wijk, SECTION, slug) if part))
    page, behind = found or (None, [])
    if behind or not isinstance(page, ActiviteitPage) or not page.live:
        return None
    if page.locale.language_code != get_language() or page.get_view_restrictions().exists():
        return None
    return page


def wanted(page: ActiviteitPage, dag: str = "") -> Wanted | None:
    """What can be signed up for at this address; None when there is nothing on that day.

    Without a day it is the series; of what one signs up for by time, the first that is to come.
    """
    activiteit = Activiteit.objects.of_page(page).select_related("wijk").first()
    if activiteit is None:
        return None
    keren = activiteit.keren.all()
    if dag:
        keer = keren.filter(slug=dag).first()
        if keer is None:
            return None
    else:
        keer = (
            keren.filter(cancelled_at=None).upcoming().first()
            or keren.order_by("-ends_at")[0:1].first()
        )
    if activiteit.bereik == Bereik.REEKS or keer is None:
        return Wanted(page, activiteit, None)
    keer.activiteit = activiteit
    return Wanted(page, activiteit, keer)
