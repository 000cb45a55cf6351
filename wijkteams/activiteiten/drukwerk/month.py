"""A month of an agenda on one sheet, to hang on the fridge."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.absolute import absolute
from wijkteams.activiteiten.drukwerk.sheet import Sheet, how_to_ask, sheet_of
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.listing import ListItem
from wijkteams.vermeldingen.querying import Choice
from wijkteams.vermeldingen.upcoming import between

MOST = 600
"More than a ward has in a month; a city with more hangs up its wards."
A_DAY = timedelta(days=1)


def month_of(agenda: AgendaPage, first: date) -> Sheet:
    """All that is public in the agenda of a ward in this month."""
    last = date(first.year, first.month, monthrange(first.year, first.month)[1])
    wijk = agenda.wijk
    address = absolute(agenda.get_url() or "/")
    sheet = sheet_of(wijk, agenda.locale, address, how_to_ask("", "", wijk))
    items = between(agenda.locale, Choice(ACTIVITEIT, wijk=wijk), first, last, limit=MOST)
    heading = capfirst(formats.date_format(first, "F Y"))
    place = wijk.name if wijk else sheet.data["below"]
    sheet.data |= {
        "title": f"{agenda.title} {heading}, {place}",
        "heading": heading,
        "above": _("Wat er te doen is in %(wijk)s") % {"wijk": place},
        "days": _days(items, first),
        "labels": {
            "qr": _("Code om te scannen: de agenda op de site"),
            "more": _("Alles lezen of aanmelden? Scan de code."),
            "page": _("Bladzijde"),
            "nothing": _("Er staat nog niets in de agenda van deze maand."),
        },
    }
    return sheet


def _days(items: list[ListItem], first: date) -> list[dict[str, Any]]:
    """By day, in order; what began before this month stands on its first day."""
    found: dict[date, list[dict[str, str]]] = {}
    for item in items:
        if item.starts_at is not None:
            day = max(timezone.localdate(item.starts_at), first)
            found.setdefault(day, []).append(_line(item))
    return [
        {"day": capfirst(formats.date_format(day, "l j F")), "lines": lines}
        for day, lines in sorted(found.items())
    ]


def _line(item: ListItem) -> dict[str, str]:
    return {
        "time": _hours(item),
        "title": item.title,
        "place": item.place,
        "off": _("Gaat niet door") if item.status == "afgelast" else "",
    }


def _hours(item: ListItem) -> str:
    if item.starts_at is None or item.ends_at is None:
        return ""
    start, end = timezone.localtime(item.starts_at), timezone.localtime(item.ends_at)
    last = (end - A_DAY / 86400).date()
    if last > start.date():
        return _("t/m %(day)s") % {"day": formats.date_format(last, "j M")}
    if not item.has_time:
        return _("hele dag")
    return f"{formats.date_format(start, 'G.i')}–{formats.date_format(end, 'G.i')}"
