"""'Buurt in actie' on the front page of a ward and of the city: what residents start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.http import HttpRequest

from wijkteams.initiatieven.models import AFGESLOTEN, Initiatief
from wijkteams.initiatieven.openbaar.asked import LOPEND, Asked
from wijkteams.initiatieven.openbaar.cards import Card, cards_of
from wijkteams.initiatieven.openbaar.choosing import listed
from wijkteams.initiatieven.openbaar.overview import idea_url

if TYPE_CHECKING:
    from wagtail.models import Locale

    from wijkteams.initiatieven.models.querysets import InitiatiefQuerySet
    from wijkteams.models import Wijk, WijkPage

SHOWN = 3
NOW = ("-zoekt_hulp", "-laatste_teken", "-pk")
"Who ask for help in front."


def what_residents_start(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """What goes on in the ward now, and the ways to all of it and to an idea of one's own."""
    if page.wijk.has_ended:
        return {}
    return {
        "initiatieven": initiatives_now(page.locale, page.wijk),
        "initiatieven_url": page.section_urls(request).get("initiatieven", ""),
        "idee_url": idea_url(page.wijk),
    }


def initiatives_now(locale: Locale, wijk: Wijk | None = None) -> list[Card]:
    """Those that go on. At most three questions."""
    return cards_of(_going(wijk), locale)


@dataclass(frozen=True)
class InTheCity:
    """What the front page of the city tells: what goes on, and what came of it elsewhere."""

    now: list[Card]
    ended: list[Card]


def initiatives_in_the_city(locale: Locale) -> InTheCity:
    """Those that go on, and those whose end was told last. At most three questions together."""
    chosen = Q(pk__in=_going(None).values("pk")) | Q(pk__in=_told().values("pk"))
    cards = cards_of(Initiatief.objects.filter(chosen).order_by(*NOW), locale)
    return InTheCity(
        now=[card for card in cards if not card.initiatief.is_afgesloten],
        ended=sorted(
            (card for card in cards if card.initiatief.is_afgesloten),
            key=lambda card: (card.initiatief.afgesloten_op, card.initiatief.pk),
            reverse=True,
        ),
    )


def _going(wijk: Wijk | None) -> InitiatiefQuerySet:
    return listed(wijk, Asked(staat=LOPEND)).order_by(*NOW)[:SHOWN]


def _told() -> InitiatiefQuerySet:
    """Closed ones with a story, the last in front."""
    rows = listed(None).filter(staat__in=AFGESLOTEN, afgesloten_op__isnull=False)
    return rows.exclude(afloop="").order_by("-afgesloten_op", "-pk")[:SHOWN]
