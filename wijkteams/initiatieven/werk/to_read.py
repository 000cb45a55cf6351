"""What initiators wrote and waits for a look, as the team reads it: beside what it says now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from wijkteams.initiatieven.beheren import changing, deciding
from wijkteams.initiatieven.models import Initiatief, Staat, Wijziging
from wijkteams.initiatieven.werk.access import CHANGE
from wijkteams.initiatieven.werk.looking_forms import NeeForm, WordtForm
from wijkteams.row_access import may

LABELS = {
    "staat": gettext_lazy("Hoe ver het is"),
    "zin": gettext_lazy("Wat er gebeurde"),
    "titel": gettext_lazy("Wat er nodig is"),
    "toelichting": gettext_lazy("Uitleg"),
    "wanneer": gettext_lazy("Wanneer"),
    "aantal": gettext_lazy("Hoeveel"),
    "tot": gettext_lazy("Nodig tot"),
    "soort": gettext_lazy("Soort"),
    **changing.FIELDS,
}


@dataclass(frozen=True)
class Piece:
    """A field of a change: what it said, what it says now, and what it should say."""

    name: str
    label: Any
    was: str
    now: str
    wanted: str
    is_conflict: bool
    field: Any = None
    "Where the team betters it; None where it cannot."


@dataclass(frozen=True)
class ToRead:
    """Something that waits, as the team reads it."""

    row: Any
    is_update: bool
    pieces: list[Piece]
    seen: str
    form: NeeForm


def part(request: HttpRequest, initiatief: Initiatief) -> dict[str, Any] | None:
    """The panel on the screen of an initiative; None when nothing waits."""
    waiting = [_to_read(request, one) for one in deciding.waiting(request.user, initiatief)]
    if not waiting:
        return None
    return {"waiting": waiting, "may_change": may(request.user, initiatief.wijk_id, CHANGE)}


def _to_read(request: HttpRequest, one: deciding.Waiting) -> ToRead:
    row: Any = one.row
    key = f"{'b' if one.is_update else 'w'}{row.pk}"
    form = NeeForm(_sent(request, row, "nee"), auto_id=f"id_{key}_%s")
    if one.is_update:
        return ToRead(row, True, [], "", form)
    return ToRead(
        row, False, _pieces(row, one.conflicts, _words_for(request, row)), seen_of(row), form
    )


def _words_for(request: HttpRequest, row: Wijziging) -> WordtForm | None:
    """Where the team betters the words; None for what is not text of the page."""
    if row.soort != Wijziging.Soort.PAGINA or not may(request.user, row.initiatief.wijk_id, CHANGE):
        return None
    return WordtForm(_sent(request, row, "ja"), row=row)


def _sent(request: HttpRequest, row: Any, answer: str) -> Any:
    """What was just sent about this row and did not go through: it stays as it was typed."""
    asked = request.resolver_match
    kind = "wijziging" if isinstance(row, Wijziging) else "bericht"
    if request.method != "POST" or asked is None or asked.url_name != f"{kind}_{answer}":
        return None
    return request.POST if row.pk in asked.kwargs.values() else None


def _pieces(
    row: Wijziging, conflicts: list[changing.Conflict], form: WordtForm | None
) -> list[Piece]:
    now = {one.field: one.now for one in conflicts}
    return [
        Piece(
            name,
            LABELS.get(name, name),
            _words(name, row.was.get(name, "")),
            now.get(name, ""),
            _words(name, wanted),
            name in now,
            form[name] if form is not None and name in form.fields else None,
        )
        for name, wanted in row.inhoud.items()
        if wanted not in ("", None) or row.soort == Wijziging.Soort.PAGINA
    ]


def _words(name: str, value: Any) -> str:
    if name == "staat" and value in Staat.values:
        return str(Staat(value).label)
    return str(value)


def seen_of(row: Wijziging) -> str:
    """Which version of the page the team reads beside the change."""
    if row.soort != Wijziging.Soort.PAGINA:
        return ""
    page = changing.page_for(row.initiatief, row.language)
    return str(page.latest_revision_id or "") if page else ""
