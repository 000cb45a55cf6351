"""What every sheet has: colours, the code to scan, and whom to call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext as _
from wagtail.models import Locale, Site

from core.models import StadInstellingen
from core.pdf import qr_svg
from wijkteams.faces.paint import paint_of
from wijkteams.models import Wijk


@dataclass
class Sheet:
    """The words of a sheet and its pictures, as `core.pdf.render` takes them."""

    data: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)


def sheet_of(wijk: Wijk | None, locale: Locale, address: str, contact: list[str]) -> Sheet:
    """A sheet with the colours of a ward (None: of the city) and the code of a page."""
    paint, wall = paint_of(wijk)
    city = StadInstellingen.for_site(Site.objects.get(is_default_site=True))
    team = _("Wijkteam %(wijk)s") % {"wijk": wijk.name} if wijk else _("Alle wijken")
    data = paint | {
        "language": locale.language_code,
        "author": team,
        "address": address,
        "short": short(address),
        "contact": contact,
        "below": " · ".join(part for part in (team, city.stad) if part),
    }
    return Sheet(data, {"muur.svg": wall, "qr.svg": qr_svg(address)})


def short(address: str) -> str:
    """An address as one types it: without what the browser adds itself."""
    return unquote(address).partition("://")[2].removesuffix("/")


def how_to_ask(phone: str, email: str, wijk: Wijk | None) -> list[str]:
    """The telephone goes first: who reads paper, often calls."""
    phone = phone or (wijk.contact_phone if wijk else "")
    email = email or (wijk.contact_email if wijk else "")
    lines = [_("Bel %(phone)s") % {"phone": phone}] if phone else []
    return [*lines, email] if email else lines
