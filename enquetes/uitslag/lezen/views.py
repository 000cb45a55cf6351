"""The screens for reading open answers: one at a time, quick with the keyboard."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from enquetes.models import Citaat, Enquete, Inzending
from enquetes.uitslag.access import READ, the_survey_to_see
from enquetes.uitslag.lezen.forms import LeesForm
from enquetes.uitslag.lezen.services import OpenVraag, decide, hide, open_vragen, unread
from enquetes.uitslag.screens import head

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """The next answer to a question that nobody read; after a decision, the one after that."""
    enquete = the_survey_to_see(request, pk, READ)
    vragen = open_vragen(enquete)
    vraag = _asked(vragen, request.POST.get("vraag") or request.GET.get("vraag", ""))
    context: dict[str, Any] = {"enquete": enquete, "vragen": vragen, **_head(enquete)}
    if vraag is None:
        return render(request, "enquetes/uitslag/lezen/klaar.html", context)
    if request.method == "POST":
        return _decided(request, enquete, vraag, context)
    inzending = unread(enquete, vraag.key).first()
    if inzending is None:
        return redirect(reverse("uitslag:lezen", args=[enquete.pk]))
    form = LeesForm(answer=str(inzending.antwoorden[vraag.key]))
    return _shown(request, vraag, inzending, form, context)


@require_safe
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """What residents will see, with a way back for each."""
    enquete = the_survey_to_see(request, pk, READ)
    texts = {one.key: one for one in open_vragen(enquete)}
    rows = Citaat.objects.filter(enquete=enquete, status=Citaat.Status.TONEN)
    page = Paginator(rows.order_by("vraag", "tekst"), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "enquete": enquete,
        "page": page,
        "rows": [(row, texts.get(row.vraag)) for row in page],
        **_head(enquete, _("Wat we laten zien")),
    }
    return render(request, "enquetes/uitslag/lezen/getoond.html", context)


@require_POST
def unshow(request: HttpRequest, pk: int) -> HttpResponse:
    """Do not show one of them after all."""
    enquete = the_survey_to_see(request, pk, READ)
    chosen = request.POST.get("citaat", "")
    if chosen.isascii() and chosen.isdigit() and hide(enquete, int(chosen[:18])):
        messages.success(request, _("Dit antwoord laten we niet meer zien."))
    return redirect("uitslag:getoond", enquete.pk)


def _asked(vragen: list[OpenVraag], key: str) -> OpenVraag | None:
    """The question that was chosen, else the first with something to read."""
    chosen = next((one for one in vragen if one.key == key), None)
    if chosen is not None:
        return chosen
    return next((one for one in vragen if one.unread), None)


def _decided(
    request: HttpRequest, enquete: Enquete, vraag: OpenVraag, context: dict[str, Any]
) -> HttpResponse:
    inzending = _read_one(enquete, request.POST.get("antwoord", ""))
    again = redirect(f"{reverse('uitslag:lezen', args=[enquete.pk])}?vraag={vraag.key}")
    if inzending is None or vraag.key not in inzending.antwoorden:
        # Answers were laid down meanwhile: all got another key.
        messages.info(request, _("Er kwamen net antwoorden bij. Lees deze nog een keer."))
        return again
    form = LeesForm(request.POST, answer=str(inzending.antwoorden[vraag.key]))
    tonen = request.POST.get("besluit") == "tonen"
    if tonen and not form.is_valid():
        return _shown(request, vraag, inzending, form, context)
    by: Any = request.user
    text = form.cleaned_data["tekst"] if tonen else ""
    if not decide(enquete, vraag.key, inzending, tekst=text, tonen=tonen, by=by):
        messages.info(request, _("Iemand anders las dit antwoord net. Dit is het volgende."))
    return again


def _read_one(enquete: Enquete, key: str) -> Inzending | None:
    try:
        return enquete.inzendingen.filter(pk=UUID(key)).first()
    except ValueError:
        return None


def _shown(
    request: HttpRequest,
    vraag: OpenVraag,
    inzending: Inzending,
    form: LeesForm,
    context: dict[str, Any],
) -> HttpResponse:
    made = {
        "vraag": vraag,
        "inzending": inzending,
        "answer": str(inzending.antwoorden[vraag.key]),
        "form": form,
        "nummer": vraag.read + 1,
    }
    response = render(request, "enquetes/uitslag/lezen/lezen.html", {**context, **made})
    response["Cache-Control"] = "private, no-store"
    return response


def _head(enquete: Enquete, title: str = "") -> dict[str, Any]:
    own = (enquete.title, reverse("uitslag:index", args=[enquete.pk]))
    reading = (_("Open antwoorden lezen"), reverse("uitslag:lezen", args=[enquete.pk]))
    return head(enquete, title, own, reading) if title else head(enquete, reading[0], own)
