"""'Zelf uitproberen': the real form of a survey, as it was saved last, of which nothing is kept.

What was answered travels along in the form itself. It is read by nobody but this screen.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.forms import Progress, Secondary
from core.structured import describe_screen
from enquetes.beheer import access
from enquetes.beheer.words import WoordenVan
from enquetes.invullen.forms import StapForm, form_for
from enquetes.models import Enquete, EnquetePage
from enquetes.vragen.antwoord import Antwoorden
from enquetes.vragen.lijst import Stap, Vragenlijst
from enquetes.vragen.nummers import nummers
from enquetes.vragen.pad import alleen_zichtbare, zichtbaar
from enquetes.vragen.paden import Weg
from enquetes.vragen.reading import vragenlijst_of

KEPT, PAGE, BACK = "_antwoorden", "_bladzijde", "_vorige"
MOST = 200_000
"Characters of answers that travel along; more nobody types in a try-out."


class Along:
    """Part of a crispy layout: a hidden value. Crispy's own takes a value for a template."""

    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        """As a field, with whatever stands in it made safe."""
        return format_html('<input type="hidden" name="{}" value="{}">', self.name, self.value)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def trial(request: HttpRequest, page_id: int) -> HttpResponse:
    """A page of the form; at the end what was answered."""
    page = access.the_page_to_try(request, page_id)
    lijst = vragenlijst_of(page.vragen)
    if request.method != "POST":
        return _show(request, page, lijst, 0, {})
    kept = _kept(request)
    number = _number(lijst, kept, request.POST.get(PAGE, ""))
    stap = zichtbaar(lijst, kept)[number]
    form = _form(page, lijst, stap, kept, request)
    going_back = BACK in request.POST
    if not form.is_valid() and not (form.only_misses and (going_back or form.moved)):
        return _show(request, page, lijst, number, kept, form)
    mine = {vraag.id for vraag in stap.vragen}
    kept = {key: one for key, one in kept.items() if key.partition(":")[0] not in mine}
    kept |= form.antwoorden
    if form.moved:
        return _show(request, page, lijst, number, kept)
    return _show(request, page, lijst, _next(lijst, kept, stap, going_back), kept)


def _next(lijst: Vragenlijst, kept: Antwoorden, stap: Stap, going_back: bool) -> int:
    """The page after this one, or this one again when the answer brought a question on it."""
    shown = zichtbaar(lijst, kept)
    number = next((place for place, one in enumerate(shown) if one.id == stap.id), 0)
    if going_back:
        return max(0, number - 1)
    before = {vraag.id for vraag in stap.vragen}
    more = {vraag.id for vraag in shown[number].vragen} - before if shown else set()
    return number if more else number + 1


def _show(
    request: HttpRequest,
    page: EnquetePage,
    lijst: Vragenlijst,
    number: int,
    kept: Antwoorden,
    form: StapForm | None = None,
) -> HttpResponse:
    shown = zichtbaar(lijst, kept)
    if number >= len(shown):
        return _end(request, page, lijst, kept)
    stap = shown[number]
    form = form or _form(page, lijst, stap, kept)
    along: Any = (Along(KEPT, json.dumps(kept)), Along(PAGE, stap.id))
    form.hidden = along
    form.others = (Secondary(_("Vorige"), name=BACK),) if number else ()
    names = [one.title or _("Bladzijde %(n)s") % {"n": n} for n, one in enumerate(shown, 1)]
    told = _("Bladzijde %(number)s van %(total)s") % {"number": number + 1, "total": len(shown)}
    status = 422 if form.is_bound and form.errors else 200
    context = {
        "stap": stap,
        "form": form,
        "progress": Progress(names, number + 1),
        "told": told,
        **_around(request, page),
    }
    return render(request, "enquetes/beheer/proefrit.html", context, status=status)


def _end(
    request: HttpRequest, page: EnquetePage, lijst: Vragenlijst, kept: Antwoorden
) -> HttpResponse:
    words = WoordenVan(page.wijk_id)
    known = alleen_zichtbare(lijst, kept)
    shown = zichtbaar(lijst, kept)
    way = Weg(known, (), shown)
    answers = [
        (vraag.text, words.answer(vraag, known.get(vraag.id)))
        for stap in shown
        for vraag in stap.vragen
        if vraag.is_vraag
    ]
    context = {"answers": answers, "way": way, **_around(request, page)}
    return render(request, "enquetes/beheer/proefrit_klaar.html", context)


def _form(
    page: EnquetePage,
    lijst: Vragenlijst,
    stap: Stap,
    kept: Antwoorden,
    request: HttpRequest | None = None,
) -> StapForm:
    return form_for(
        stap,
        kept,
        request.POST if request else None,
        request.FILES if request else None,
        enquete=_unsaved(page),
        nummers=nummers(lijst),
    )


def _unsaved(page: EnquetePage) -> Enquete:
    """The survey as the form needs it: of this ward. It is not saved."""
    return Enquete(
        title=page.title, wijk=page.wijk, anonimiteit=page.anonimiteit, toegang=page.toegang
    )


def _kept(request: HttpRequest) -> Antwoorden:
    """What was answered on earlier pages; whatever else was sent counts as nothing."""
    sent = request.POST.get(KEPT, "")
    if len(sent) > MOST:
        return {}
    try:
        found = json.loads(sent)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _number(lijst: Vragenlijst, kept: Antwoorden, key: str) -> int:
    shown = zichtbaar(lijst, kept)
    return next((place for place, stap in enumerate(shown) if stap.id == key), 0)


def _around(request: HttpRequest, page: EnquetePage) -> dict[str, Any]:
    described = describe_screen(request, title=_("Zelf uitproberen"), description=page.title)
    return {
        **described,
        "survey": page,
        "palet": page.wijk.palette if page.wijk else "",
        "again_url": reverse("enquetes:proefrit", args=[page.pk]),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "one_url": reverse("enquetes:een", args=[page.pk]),
    }
