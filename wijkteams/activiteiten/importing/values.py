"""What a page of ours says of an activity of another; and whether an editor changed it since."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.activiteiten.keren.series import series_of_page
from wijkteams.activiteiten.models import ActiviteitPage, Bron, Locatie
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.series import DAY
from wijkteams.activiteiten.recurrence.series_text import read_series, write_series
from wijkteams.models import Thema

FIELDS = {
    "title": gettext_lazy("titel"),
    "summary": gettext_lazy("samenvatting"),
    "text": gettext_lazy("tekst"),
    "reeks": gettext_lazy("dagen en tijden"),
    "locatie": gettext_lazy("plek"),
    "place_note": gettext_lazy("waar precies"),
}
"What follows the source, with its name for people."
SUMMARY = 200
OTHER_BLOCKS = "…"
"Instead of the text where an editor made more of it than one piece of text."


def values_of(bron: Bron, said: dict[str, Any]) -> dict[str, Any]:
    """What the page should say, by FIELDS."""
    locatie = _locatie(bron, said["place"])
    return {
        "title": said["title"],
        "summary": _summary(said["description"]),
        "text": _text(bron, said),
        "reeks": said["reeks"],
        "locatie": locatie,
        "place_note": "" if locatie else said["place"],
    }


def values_on(page: ActiviteitPage) -> dict[str, Any]:
    """What the page says now, by FIELDS."""
    return {
        "title": page.title,
        "summary": page.summary,
        "text": _text_on(page),
        "reeks": write_series(series_of_page(page)),
        "locatie": page.locatie_id,
        "place_note": page.place_note,
    }


def write_on(page: ActiviteitPage, values: dict[str, Any]) -> None:
    """Put these on the page; not saved."""
    for name, value in values.items():
        if name == "text":
            page.body = [("text", {"text": value})] if value else []
        elif name == "reeks":
            _write_series(page, value)
        elif name == "locatie":
            page.locatie_id = value
        else:
            setattr(page, name, value)


def themas_of(bron: Bron, said: dict[str, Any]) -> list[Thema]:
    """Themes that the source names as we do."""
    names = Q()
    for category in said["categories"]:
        names |= Q(name__iexact=category)
    here = Q(wijk=None) | Q(wijk=bron.wijk_id)
    return list(Thema.objects.filter(names, here)[:2]) if names else []


def _write_series(page: ActiviteitPage, text: str) -> None:
    series = read_series(text)
    page.all_day = series.all_day
    page.starts_at = attach(series.start)
    # Of whole days a page says the last one, not the midnight after it.
    page.ends_at = attach(series.end - DAY) if series.all_day else attach(series.end)
    if page.ends_at <= page.starts_at:
        page.ends_at = page.starts_at + DAY / 2
    page.herhaling = text if series.rule or series.rdates else ""


def _summary(description: str) -> str:
    first = " ".join(description.partition("\n\n")[0].split())
    if len(first) <= SUMMARY:
        return first
    cut = first[:SUMMARY]
    end = max(cut.rfind(sign) for sign in (". ", "! ", "? "))
    return cut[: end + 1] if end > 40 else f"{cut.rpartition(' ')[0] or cut[:-1]}…"


def _text(bron: Bron, said: dict[str, Any]) -> str:
    parts = [part.strip() for part in said["description"].split("\n\n") if part.strip()]
    html = format_html_join("", "<p>{}</p>", ((" ".join(part.split()),) for part in parts))
    if not said["url"]:
        return str(html)
    words = _("Meer op de site van %(name)s") % {"name": bron.name}
    return str(html + format_html('<p><a href="{}">{}</a></p>', said["url"], words))


def _text_on(page: ActiviteitPage) -> str:
    if len(page.body) == 0:
        return ""
    if len(page.body) > 1 or page.body[0].block_type != "text":
        return OTHER_BLOCKS
    return str(page.body[0].value["text"].source)


def _locatie(bron: Bron, place: str) -> int | None:
    """A place of ours with this name, if there is one."""
    names = {place.strip(), place.partition(",")[0].strip()} - {""}
    found = Q()
    for name in names:
        found |= Q(name__iexact=name)
    here = Q(wijk=None) | Q(wijk=bron.wijk_id)
    rows = Locatie.objects.filter(found, here) if names else Locatie.objects.none()
    return rows.values_list("pk", flat=True).first()
