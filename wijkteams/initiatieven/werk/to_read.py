"""What initiators wrote and waits for a look, as the team reads it: beside what it says now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from core.forms import FreeTextField
from wijkteams.initiatieven.beheren import changing, deciding
from wijkteams.initiatieven.models import Initiatief, Staat, Wijziging
from wijkteams.initiatieven.werk.access import CHANGE
from wijkteams.moderatie.models import Reden
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


class NeeForm(forms.Form):
    """Why it does not come on the site: the initiator reads it."""

    grond = forms.ChoiceField(
        label=gettext_lazy("Om welke huisregel gaat het?"),
        choices=Reden.choices,
        initial=Reden.ANDERS,
    )
    reden = FreeTextField(
        label=gettext_lazy("Waarom niet?"),
        rows=2,
        max_length=600,
        help_text=gettext_lazy("De initiatiefnemer leest dit. Schrijf geen namen op."),
    )


@dataclass(frozen=True)
class Piece:
    """A field of a change: what it said, what it says now, and what it should say."""

    name: str
    label: Any
    was: str
    now: str
    wanted: str
    is_conflict: bool


@dataclass(frozen=True)
class ToRead:
    """Something that waits, as the team reads it."""

    row: Any
    is_update: bool
    pieces: list[Piece]
    may_edit: bool
    seen: str
    form: NeeForm


def part(request: HttpRequest, initiatief: Initiatief) -> dict[str, Any] | None:
    """The panel on the screen of an initiative; None when nothing waits."""
    waiting = [_to_read(one) for one in deciding.waiting(request.user, initiatief)]
    if not waiting:
        return None
    return {"waiting": waiting, "may_change": may(request.user, initiatief.wijk_id, CHANGE)}


def _to_read(one: deciding.Waiting) -> ToRead:
    row: Any = one.row
    key = f"{'b' if one.is_update else 'w'}{row.pk}"
    form = NeeForm(auto_id=f"id_{key}_%s")
    if one.is_update:
        return ToRead(row, True, [], False, "", form)
    is_page = row.soort == Wijziging.Soort.PAGINA
    return ToRead(row, False, _pieces(row, one.conflicts), is_page, seen_of(row), form)


def _pieces(row: Wijziging, conflicts: list[changing.Conflict]) -> list[Piece]:
    now = {one.field: one.now for one in conflicts}
    return [
        Piece(
            name,
            LABELS.get(name, name),
            _words(name, row.was.get(name, "")),
            now.get(name, ""),
            _words(name, wanted),
            name in now,
        )
        for name, wanted in row.inhoud.items()
        if wanted not in ("", None)
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
