"""An activity, for search engines (schema.org/Event)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from core.absolute import absolute
from core.structured import social_image
from wijkteams.activiteiten.agenda.occasion import occasion_of
from wijkteams.listing import ward_url
from wijkteams.structured import short_organization

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage, Keer, Locatie

SCHEMA = "https://schema.org/"


def event(page: ActiviteitPage, request: HttpRequest) -> dict[str, Any] | None:
    """The time that the page shows; None as long as there is none."""
    occasion = occasion_of(page)
    keer = occasion.keer
    if keer is None:
        return None
    url = page.get_url(request) or "/"
    if occasion.is_one_time and occasion.is_series:
        url = f"{url}{keer.slug}/"
    found: dict[str, Any] = {
        "@type": "Event",
        "name": page.title,
        "description": page.description_for_search,
        "url": absolute(url),
        **_when(keer),
        "eventStatus": SCHEMA + _status(keer),
        "eventAttendanceMode": SCHEMA + _mode(page),
        "location": _where(page),
        "inLanguage": page.talen or [page.locale.language_code],
        "image": [social_image(page)[0]] if page.image is not None else None,
        "organizer": _organizer(page, request),
    }
    if page.is_free:
        found |= {"isAccessibleForFree": True, "offers": _free_offer(occasion.room, absolute(url))}
    if occasion.room and occasion.room.capacity:
        found["maximumAttendeeCapacity"] = occasion.room.capacity
    return {key: value for key, value in found.items() if value}


def _when(keer: Keer) -> dict[str, Any]:
    """Moments with the difference to UTC of that day; of whole days only the days."""
    begin, end = timezone.localtime(keer.starts_at), timezone.localtime(keer.ends_at)
    if keer.all_day:
        last = end - timedelta(microseconds=1)
        return {"startDate": begin.date().isoformat(), "endDate": last.date().isoformat()}
    return {"startDate": begin.isoformat(), "endDate": end.isoformat()}


def _status(keer: Keer) -> str:
    if keer.is_cancelled:
        return "EventCancelled"
    return "EventRescheduled" if keer.moved else "EventScheduled"


def _mode(page: ActiviteitPage) -> str:
    if not page.online_link:
        return "OfflineEventAttendanceMode"
    there = page.locatie is not None or page.place_note
    return "MixedEventAttendanceMode" if there else "OnlineEventAttendanceMode"


def _where(page: ActiviteitPage) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if page.locatie is not None:
        found.append(_place(page.locatie))
    elif page.place_note:
        found.append({"@type": "Place", "name": page.place_note})
    if page.online_link:
        found.append({"@type": "VirtualLocation", "url": page.online_link})
    return found


def _place(locatie: Locatie) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": locatie.street,
        "postalCode": locatie.postcode,
        "addressLocality": locatie.city,
        "addressCountry": "NL",
    }
    found: dict[str, Any] = {
        "@type": "Place",
        "name": locatie.name,
        "address": {key: value for key, value in address.items() if value},
    }
    if locatie.latitude is not None and locatie.longitude is not None:
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": locatie.latitude,
            "longitude": locatie.longitude,
        }
    return found


def _organizer(page: ActiviteitPage, request: HttpRequest) -> dict[str, Any] | None:
    if page.organiser:
        return {"@type": "Organization", "name": page.organiser}
    if page.wijk is None:
        return None
    url = page.get_url(request) or "/"
    return short_organization(page.wijk, absolute(ward_url(url, page.wijk)))


def _free_offer(room: Any, url: str) -> dict[str, Any]:
    full = room is not None and room.state in ("vol", "wachtlijst")
    return {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": "EUR",
        "url": url,
        "availability": SCHEMA + ("SoldOut" if full else "InStock"),
    }
