"""What can be done with one thing that is asked: the same for its initiator and for the team."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.initiatieven.hulp import asking, services
from wijkteams.initiatieven.hulp.counting import COUNTED, found, with_taken
from wijkteams.initiatieven.hulp.need_forms import AantalForm, PlanForm
from wijkteams.initiatieven.hulp.part import Gevraagd
from wijkteams.initiatieven.models import Dienst, HulpAanbod, HulpVraag, Nodig

SHOWN = 60
Staat = HulpAanbod.Staat


def forms_for(request: HttpRequest, vraag: HulpVraag) -> dict[str, Any]:
    """The forms of the page; the one that was sent is filled in."""
    sent = request.POST if request.method == "POST" else None
    action = request.GET.get("actie", "")
    return {
        "number_form": AantalForm(sent if action == "aantal" else None, vraag=vraag),
        "plan_form": PlanForm(sent if action == "plan" else None),
    }


def act(request: HttpRequest, vraag: HulpVraag, made: dict[str, forms.Form]) -> str:
    """Do what the button says; gives what to tell, or nothing when something is wrong."""
    match request.GET.get("actie") or request.POST.get("actie"):
        case "aantal":
            return _numbers(vraag, made["number_form"])
        case "plan":
            return _plan(vraag, made["plan_form"])
        case "dicht":
            asking.close(vraag)
            return _("Gesloten. Nieuwe mensen kunnen zich niet meer aanbieden.")
        case "open":
            asking.reopen(vraag)
            return _("Deze hulpvraag staat weer open.")
        case "weg":
            return _cancel(vraag, request.POST.get("dienst", ""))
        case "ja" | "nee" as answer:
            return _decide(vraag, request.POST.get("aanbod", ""), accept=answer == "ja")
    return ""


def _numbers(vraag: HulpVraag, form: forms.Form) -> str:
    if not form.is_valid():
        return ""
    asking.numbers(vraag, **form.cleaned_data)
    return _("Bewaard.")


def _plan(vraag: HulpVraag, form: Any) -> str:
    if not form.is_valid():
        return ""
    told = form.cleaned_data
    number = asking.plan(vraag, *form.times, aantal=told["mensen"], weken=told["weken"])
    if not number:
        return _("Deze tijden stonden al in het rooster.")
    return ngettext(
        "%(number)s keer in het rooster gezet.", "%(number)s keren in het rooster gezet.", number
    ) % {"number": number}


def _cancel(vraag: HulpVraag, pk: str) -> str:
    rows = Dienst.objects.select_related("hulpvraag").filter(hulpvraag=vraag)
    dienst = rows.filter(pk=_number(pk)).first()
    if dienst is not None:
        asking.cancel(dienst)
    return _("Deze keer is weg. Wie zou komen, kreeg een mail.")


def _decide(vraag: HulpVraag, pk: str, *, accept: bool) -> str:
    aanbod = HulpAanbod.objects.filter(hulpvraag=vraag, pk=_number(pk)).first()
    if aanbod is None:
        return ""
    services.decide(aanbod.pk, accept=accept)
    return _("Afgesproken.") if accept else _("Bedankt: wij lieten het weten.")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def context_of(vraag: HulpVraag) -> dict[str, Any]:
    """Who offered, at which times, and how much was found."""
    rows = vraag.aanbod.exclude(staat=Staat.GESTOPT).exclude(name="")
    # Who did not say yes yet may be anybody: of them only those who want to be called are shown.
    shown = rows.exclude(staat=Staat.ONBEVESTIGD, phone="").exclude(
        staat=Staat.ONBEVESTIGD, email__gt=""
    )
    coming = with_taken(vraag.diensten.filter(begint__gt=timezone.now())).order_by("begint")
    return {
        "vraag": vraag,
        "asked": Gevraagd(vraag, found(vraag), vraag.is_open, ""),
        "offers": [
            {
                "row": row,
                "helps": row.staat in COUNTED,
                "times": [one for one in row.diensten.all() if one.begint > timezone.now()],
            }
            for row in shown.prefetch_related("diensten")
        ],
        "shifts": coming.prefetch_related(
            Prefetch("helpers", HulpAanbod.objects.filter(staat__in=COUNTED))
        )[:SHOWN],
        "has_shifts": vraag.soort == Nodig.MENSEN,
    }
