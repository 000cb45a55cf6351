"""The poster of one activity: what, when, where, and how to ask."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from PIL import Image as PillowImage

from core.absolute import absolute
from wijkteams.activiteiten.agenda.occasion import Occasion, occasion_of
from wijkteams.activiteiten.agenda.when import when_of
from wijkteams.activiteiten.agenda.words import for_whom, spoken
from wijkteams.activiteiten.drukwerk.sheet import Sheet, how_to_ask, sheet_of
from wijkteams.activiteiten.models import ActiviteitPage, Keer
from wijkteams.activiteiten.recurrence.holidays import Kind
from wijkteams.activiteiten.recurrence.words import in_short

MOST_STORY = 420
"More words than this nobody reads while standing before a door."


def poster_of(page: ActiviteitPage, keer: Keer | None = None) -> Sheet:
    """Everything that stands on the poster; with `keer`: of that time alone."""
    occasion = occasion_of(page, keer.slug if keer else "")
    address = absolute(page.get_url() or "/") + (f"{keer.slug}/" if keer else "")
    contact = how_to_ask(page.contact_phone, page.contact_email, page.wijk)
    sheet = sheet_of(page.wijk, page.locale, address, contact)
    photo = _photo(page)
    if photo:
        sheet.files["foto.jpg"] = photo
    note = occasion.keer.note if keer and occasion.keer else ""
    sheet.data |= {
        "title": page.title,
        "above": page.wijk.name if page.wijk else sheet.data["below"],
        "off": _("Gaat niet door") if occasion.is_off else "",
        "when": _when(occasion, one=keer is not None),
        "place": _place(page),
        "facts": _facts(page),
        "summary": note or page.summary,
        "story": _story(page),
        "photo": (page.image_alt or page.title) if photo else None,
        "labels": _labels(page),
    }
    return sheet


def _labels(page: ActiviteitPage) -> dict[str, str]:
    more = _("Meer lezen of aanmelden? Scan de code.")
    if page.inschrijving == "geen":
        more = _("Meer lezen? Scan de code. Aanmelden hoeft niet.")
    return {
        "when": _("Wanneer"),
        "place": _("Waar"),
        "qr": _("Code om te scannen: de pagina van deze activiteit"),
        "more": more,
    }


def _when(occasion: Occasion, *, one: bool) -> list[str]:
    keer, series = occasion.keer, occasion.series
    if keer is None:
        return [""]
    when = when_of(keer)
    if one or series is None or series.rule is None:
        return [capfirst(when.day), when.hours]
    lines = [capfirst(in_short(series)), when.hours]
    lines.append(_("Eerstvolgende keer: %(day)s") % {"day": when.day})
    if Kind.SCHOOL in series.skip:
        lines.append(_("Niet in de schoolvakanties"))
    return lines


def _place(page: ActiviteitPage) -> list[str]:
    place = page.locatie
    lines = [place.name, place.address] if place else []
    if page.place_note:
        lines.append(page.place_note)
    if page.online_link:
        lines.append(_("Online: de link staat op de site"))
    return [line for line in lines if line]


def _facts(page: ActiviteitPage) -> list[dict[str, str]]:
    place = page.locatie
    costs = page.costs or (_("Gratis") if page.is_free else "")
    found = [
        (_("Kosten"), costs),
        (_("Voor wie"), ". ".join(one.removesuffix(".") for one in for_whom(page)) + "."),
        (_("Meenemen"), page.bring),
        (_("Talen"), spoken(page)),
        (_("Hulp"), page.help_available),
        (_("Toegang"), str(place.get_wheelchair_display()) if place and _known(place) else ""),
    ]
    return [{"label": label, "text": text} for label, text in found if text]


def _known(place: Any) -> bool:
    return bool(place.wheelchair != place.Toegang.ONBEKEND)


def _story(page: ActiviteitPage) -> list[str]:
    """The first paragraphs, whole ones, as long as they are few."""
    kept: list[str] = []
    for block in page.body or []:
        if block.block_type != "text":
            continue
        html = BeautifulSoup(str(block.value["text"]), "html.parser")
        for part in html.find_all("p"):
            text = " ".join(part.get_text().split())
            if text and sum(map(len, kept)) + len(text) <= MOST_STORY:
                kept.append(text)
    return kept


def _photo(page: ActiviteitPage) -> bytes:
    """The picture of the page, wide and small enough to send; empty when there is none."""
    if page.image is None:
        return b""
    out = BytesIO()
    with page.image.open_file() as file, PillowImage.open(file) as picture:
        small = picture.convert("RGB")
        small.thumbnail((1600, 1600))
        small.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()
