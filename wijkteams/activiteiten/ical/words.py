"""What stands in a calendar besides the hour: title, place, and what one wants to know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from core.absolute import absolute

if TYPE_CHECKING:
    from wijkteams.activiteiten.ical.reading import Told
    from wijkteams.activiteiten.models import Keer


def title_of(told: Told, keer: Keer | None = None) -> str:
    """The title; many programs show no other sign that something was called off."""
    title: str = told.face["title"]
    off = told.activiteit.cancelled_at is not None or (keer and keer.cancelled_at is not None)
    return _("Gaat niet door: %(title)s") % {"title": title} if off else title


def place_of(face: Mapping[str, Any]) -> str:
    """Where it is, in one line that a map understands."""
    city = f"{face['locatie__postcode'] or ''} {face['locatie__city'] or ''}".strip()
    parts = [face["locatie__name"], face["locatie__street"], city, face["place_note"]]
    found = ", ".join(part for part in parts if part)
    return found or (_("Online") if face["online_link"] else "")


def geo_of(face: Mapping[str, Any]) -> tuple[float, float] | None:
    """Its place on the map."""
    latitude, longitude = face["locatie__latitude"], face["locatie__longitude"]
    return None if latitude is None or longitude is None else (latitude, longitude)


def description_of(told: Told, keer: Keer | None = None) -> str:
    """Whether it goes on, what it is, what to know, and where one reads more."""
    parts = [_called_off(told, keer), keer.note if keer else "", told.face["summary"]]
    return "\n\n".join(part for part in (*parts, _to_know(told.face), _more(told, keer)) if part)


def address_of(told: Told, keer: Keer | None = None) -> str:
    """The whole address of the activity, or of one time of it."""
    return absolute(f"{told.address}{keer.slug}/" if keer else told.address)


def _called_off(told: Told, keer: Keer | None) -> str:
    if keer is not None and keer.cancelled_at is not None:
        return keer.cancel_reason or _("Deze keer gaat het niet door.")
    if told.activiteit.cancelled_at is not None:
        return told.activiteit.cancel_reason or _("Dit gaat niet door.")
    return ""


def _to_know(face: Mapping[str, Any]) -> str:
    costs = face["costs"] or (_("gratis") if face["is_free"] else "")
    asking = ", ".join(part for part in (face["contact_phone"], face["contact_email"]) if part)
    said = (
        (_("Kosten: %s"), costs),
        (_("Meenemen: %s"), face["bring"]),
        (_("Online meedoen: %s"), face["online_link"]),
        (_("Vragen: %s"), asking),
    )
    return "\n".join(line % value for line, value in said if value)


def _more(told: Told, keer: Keer | None) -> str:
    if told.activiteit.takes_signups:
        return _("Lees meer en meld u aan: %s") % address_of(told, keer)
    return _("Lees meer: %s") % address_of(told, keer)
