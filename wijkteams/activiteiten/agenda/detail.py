"""What the page of an activity shows, and that of one time of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet, Value
from django.http import HttpRequest
from django.utils import timezone

from core.blocks.place import OSM
from wijkteams.activiteiten.aanmelden.room import in_words
from wijkteams.activiteiten.agenda import words
from wijkteams.activiteiten.agenda.kinds import kind_context
from wijkteams.activiteiten.agenda.lines import lines_of
from wijkteams.activiteiten.agenda.links import sign_up_url
from wijkteams.activiteiten.agenda.occasion import Occasion, occasion_of
from wijkteams.activiteiten.agenda.states import LABELS, Label
from wijkteams.activiteiten.agenda.when import When, when_of
from wijkteams.activiteiten.ical.addresses import feed_addresses
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.activiteiten.models.choices import Bereik
from wijkteams.vermeldingen.querying import Choice
from wijkteams.vermeldingen.upcoming import upcoming

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage, Keer

MORE_SHOWN = 4


@dataclass(frozen=True)
class Time:
    """One of the times to come."""

    when: When
    url: str
    label: Label | None
    note: str
    moved: bool
    current: bool


def activity_context(page: ActiviteitPage, request: HttpRequest) -> dict[str, Any]:
    """The activity, or the time of it that was asked, as it stands now."""
    occasion = occasion_of(page)
    shown = occasion.keer
    return {
        "occasion": occasion,
        "keer": shown,
        "when": when_of(shown) if shown else None,
        "label": _label(occasion),
        "repeats": "" if occasion.is_off else words.repeats(occasion),
        "in_words": words.whole_series(occasion),
        "times": _times(page, occasion, request),
        "for_whom": words.for_whom(page),
        "spoken": words.spoken(page),
        "subjects": _subjects(page),
        "map_url": _map_url(page),
        "sign_up": _sign_up(page, occasion),
        "feeds": feed_addresses(page, request, shown if occasion.is_one_time else None),
        "page_url": page.get_url(request),
        "more": _more(page),
        **kind_context(page),
    }


def _subjects(page: ActiviteitPage) -> list[str]:
    """The names of themes, then of neighbourhoods; in one question."""
    themas, buurten = page.themas.all(), page.buurten.all()
    if isinstance(themas, QuerySet) and isinstance(buurten, QuerySet):
        rows = [
            found.order_by().values_list(Value(number), "name")
            for number, found in enumerate((themas, buurten))
        ]
        return [name for _number, name in sorted(rows[0].union(rows[1], all=True))]
    return [row.name for row in (*themas, *buurten)]  # a draft that is looked at


def _label(occasion: Occasion) -> Label | None:
    """As in lists, but with the number of places that are left."""
    room, keer = occasion.room, occasion.keer
    if room is None or keer is None:
        return None
    return Label(in_words(room), LABELS[room.state].tone)


def _times(page: ActiviteitPage, occasion: Occasion, request: HttpRequest) -> list[Time]:
    if not occasion.is_series:
        return []
    address = page.get_url(request) or "/"
    found = []
    for keer in occasion.coming:
        room = occasion.rooms.get(keer.pk)
        tells = room is not None and room.state not in ("inloop", *_the_same(occasion))
        label = Label(in_words(room), LABELS[room.state].tone) if room and tells else None
        current = occasion.is_one_time and keer.pk == (occasion.keer and occasion.keer.pk)
        url = f"{address}{keer.slug}/"
        found.append(Time(when_of(keer), url, label, keer.note, keer.moved, current))
    return found


def _the_same(occasion: Occasion) -> tuple[str, ...]:
    """What need not be said of each time: of a series one signs up for, all are the same."""
    by_series = occasion.activiteit.bereik == Bereik.REEKS
    return ("open", "plekken", "bijna_vol", "vol", "wachtlijst", "dicht") if by_series else ()


def _sign_up(page: ActiviteitPage, occasion: Occasion) -> dict[str, Any] | None:
    """The block that leads to the form; the form itself stands on a page that is never kept."""
    room, keer = occasion.room, occasion.keer
    if room is None or keer is None or not occasion.activiteit.takes_signups:
        return None
    if room.state in ("afgelast", "voorbij"):
        return None
    by_series = occasion.activiteit.bereik == Bereik.REEKS
    return {
        "room": room,
        "waits": room.state == "wachtlijst",
        "by_series": by_series,
        "sentences": words.sign_up_words(occasion),
        "url": sign_up_url(page, None if by_series else keer) if room.can_sign_up else "",
    }


def _map_url(page: ActiviteitPage) -> str:
    place = page.locatie
    if place is None or place.latitude is None or place.longitude is None:
        return ""
    latitude, longitude = f"{place.latitude:.5f}", f"{place.longitude:.5f}"
    return f"{OSM}?mlat={latitude}&mlon={longitude}#map=18/{latitude}/{longitude}"


def _more(page: ActiviteitPage) -> list[Any]:
    choice = Choice(ACTIVITEIT, wijk=page.wijk, exclude=page.pk)
    found = upcoming(page.locale, choice, start=timezone.now(), limit=MORE_SHOWN, running=False)
    return lines_of(found.items)


def title_of(page: ActiviteitPage, keer: Keer) -> str:
    """The title of one time: what, and when."""
    return f"{page.title}, {when_of(keer).day}"
