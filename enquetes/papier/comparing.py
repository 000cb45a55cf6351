"""The screen on which is decided what stands on a paper that two people read differently."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquetes.models import Papierstapel
from enquetes.papier.access import the_pile
from enquetes.papier.blad import Blad
from enquetes.papier.codes import said
from enquetes.papier.piles import frame
from enquetes.papier.services import MAIL, NAAM, PapierError, Verschil, decide, verschillen
from enquetes.papier.vakken import Opgave
from enquetes.vragen.antwoord import anders_key

MOST = 200
"On one screen; the next come when these are decided."


@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, stapel_id: int) -> HttpResponse:
    """All differences of a pile, form by form; a button for each of the two readings."""
    stapel = the_pile(request, stapel_id)
    if request.method == "POST":
        return _decide(request, stapel)
    found = verschillen(stapel)
    blad = Blad(stapel.enquete, stapel.versie)
    rows = {(row.formulier, row.ronde): row for row in stapel.invoer.select_related("entered_by")}
    lines = [
        {
            "verschil": one,
            "rows": [rows.get((one.formulier, n)) for n in (1, 2)],
            **_said(blad, one),
        }
        for one in found[:MOST]
    ]
    context = {
        "stapel": stapel,
        "lines": [line for line in lines if line["verschil"].vraag],
        "once": [line for line in lines if not line["verschil"].vraag],
        "more": max(len(found) - MOST, 0),
        **frame(stapel.enquete, stapel, _("Verschillen")),
    }
    return render(request, "enquetes/papier/verschillen.html", context)


def _decide(request: HttpRequest, stapel: Papierstapel) -> HttpResponse:
    formulier, ronde = request.POST.get("formulier", ""), request.POST.get("ronde", "")
    right = formulier.isascii() and formulier.isdigit() and len(formulier) < 8
    if right and ronde in {"1", "2"}:
        vraag = request.POST.get("vraag", "")
        try:
            decide(stapel, formulier=int(formulier), vraag=vraag, ronde=int(ronde))
        except PapierError as error:
            messages.error(request, str(error))
    return redirect("papier:verschillen", stapel.pk)


def _said(blad: Blad, one: Verschil) -> dict[str, Any]:
    """The question, and what each typed, in words."""
    opgave = blad.of(one.vraag)
    if opgave is None:
        label = {NAAM: _("Naam"), MAIL: _("E-mailadres")}.get(one.vraag, "")
        return {"label": label, "first": _plain(one.eerste), "second": _plain(one.tweede)}
    return {
        "label": f"{opgave.nummer}. {opgave.vraag.text}",
        "first": _words(opgave, one.eerste),
        "second": _words(opgave, one.tweede),
    }


def _plain(typed: dict[str, Any]) -> list[str]:
    return [str(value) for value in typed.values()]


def _words(opgave: Opgave, typed: dict[str, Any]) -> list[str]:
    value = typed.get(opgave.vraag.id)
    if isinstance(value, dict):
        rows = {rij.id: rij.text for rij in opgave.vraag.rijen}
        found = [f"{rows.get(key, key)}: {said(one, opgave.codes)}" for key, one in value.items()]
    elif isinstance(value, list) and not opgave.codes:
        found = [opgave.vraag.optie(key).text for key in value if opgave.vraag.optie(key)]  # type: ignore[union-attr]
    else:
        found = [] if value is None else [said(value, opgave.codes)]
    other = typed.get(anders_key(opgave.vraag.id))
    return [*found, *([said(other, ())] if other else [])]
