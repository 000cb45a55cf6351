"""What initiators wrote and waits for a look: on the site, or not and why (R-16, R-26)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from core.forms import FreeTextField
from wijkteams.initiatieven.beheren import changing, deciding, photos
from wijkteams.initiatieven.models import Initiatief, Staat, Update, Wijziging
from wijkteams.initiatieven.werk.access import CHANGE, the_initiative
from wijkteams.moderatie.models import Reden
from wijkteams.row_access import may

CONFLICT = 409
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


@require_POST
def update_yes(request: HttpRequest, pk: int, update_id: int) -> HttpResponse:
    """Put what they told on the site."""
    _of(request, pk, Update, update_id)
    done = _("Het bericht staat op de site.")
    return _do(request, pk, lambda: deciding.approve(update_id, door=request.user), done)


@require_POST
def update_no(request: HttpRequest, pk: int, update_id: int) -> HttpResponse:
    """It does not come on the site, and why."""
    _of(request, pk, Update, update_id)
    return _refuse(request, pk, update_id, deciding.refuse)


@require_POST
def change_yes(request: HttpRequest, pk: int, wijziging_id: int) -> HttpResponse:
    """Do what they want, as they wrote it or as the team made of it."""
    row = _of(request, pk, Wijziging, wijziging_id)
    inhoud = None
    if row.soort == Wijziging.Soort.PAGINA:
        if request.POST.get("seen", "") != seen_of(row):
            text = _("De pagina veranderde net. Kijk of het nog klopt, en beslis dan.")
            return _again(request, pk, text)
        inhoud = _made_of_it(request, row)

    def act() -> None:
        deciding.approve_change(wijziging_id, door=request.user, inhoud=inhoud)

    return _do(request, pk, act, _("De wijziging staat op de site."))


@require_POST
def change_no(request: HttpRequest, pk: int, wijziging_id: int) -> HttpResponse:
    """The page stays as it is, and why."""
    _of(request, pk, Wijziging, wijziging_id)
    return _refuse(request, pk, wijziging_id, deciding.refuse_change)


@never_cache
@require_safe
def foto(request: HttpRequest, pk: int, update_id: int) -> HttpResponseBase:
    """The photo with what they told, for the team."""
    initiatief = the_initiative(request, pk)
    row = initiatief.updates.exclude(foto="").filter(pk=update_id).first()
    if row is None:
        raise Http404
    return photos.file_of(row)


def _of(request: HttpRequest, pk: int, model: Any, row_id: int) -> Any:
    """Something that an initiator of this initiative wrote; else 404."""
    initiatief = the_initiative(request, pk, CHANGE)
    row = model.objects.filter(pk=row_id, initiatief=initiatief).first()
    if row is None:
        raise Http404
    return row


def _made_of_it(request: HttpRequest, row: Wijziging) -> dict[str, str]:
    """What the team typed for each field that would change."""
    found = {}
    for name, wanted in row.inhoud.items():
        typed = request.POST.get(f"veld_{name}", str(wanted)).replace("\0", "").strip()
        found[name] = typed.replace("\r\n", "\n")
    return found


def _refuse(request: HttpRequest, pk: int, row_id: int, act: Callable[..., Any]) -> HttpResponse:
    form = NeeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Schrijf op waarom niet. De initiatiefnemer leest dit."))
        return redirect("initiatieven:een", pk)
    sent = form.cleaned_data
    done = _("Niet geplaatst. De initiatiefnemer leest waarom.")
    return _do(
        request,
        pk,
        lambda: act(row_id, sent["reden"], door=request.user, grond=sent["grond"]),
        done,
    )


def _do(request: HttpRequest, pk: int, act: Callable[[], Any], done: str) -> HttpResponse:
    """Do it; of two who decide, the second is told (409)."""
    try:
        act()
    except deciding.DecidedError:
        return _again(request, pk, _("Iemand anders was net eerder. Er is niets dubbel gedaan."))
    except deciding.ConflictError:
        return _again(request, pk, _("De pagina veranderde net. Kijk of het nog klopt."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect("initiatieven:een", pk)


def _again(request: HttpRequest, pk: int, text: str) -> HttpResponse:
    from wijkteams.initiatieven.werk.one import screen

    messages.error(request, text)
    return screen(request, the_initiative(request, pk, CHANGE), status=CONFLICT)
