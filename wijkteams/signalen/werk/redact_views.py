"""Screens: taking words away, and covering a part of a photo; and the photo itself for the team."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from wijkteams.signalen.models import Signaal, SignaalFoto
from wijkteams.signalen.werk.access import CHANGE, note_look, the_signal
from wijkteams.signalen.werk.arranging import take_away
from wijkteams.signalen.werk.forms import RedenForm
from wijkteams.signalen.werk.frame import frame_of
from wijkteams.signalen.werk.photos import cover_photo, take_photo_off
from wijkteams.signalen.werk.redact_forms import VakkenForms, WoordenForm
from wijkteams.signalen.werk.redaction import without


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, pk: int) -> HttpResponse:
    """Which words; how it will read; and then they are gone."""
    signaal = the_signal(request, pk, CHANGE)
    note_look(request.user, signaal)
    form = WoordenForm(request.POST if request.method == "POST" else None, signaal=signaal)
    preview: dict[str, str] = {}
    if form.is_valid():
        chosen = form.cleaned_data["woorden"]
        if "weg" in request.POST:
            take_away(pk, chosen, door=request.user)
            messages.success(request, _("Weggehaald."))
            return redirect("signalen:een", pk)
        preview = {
            "titel": without(signaal.titel, chosen),
            "tekst": without(signaal.tekst, chosen),
            "plaats": without(signaal.plaats_tekst, chosen),
        }
    title = _("Persoonsgegevens weghalen")
    context = {"signaal": signaal, "form": form, "preview": preview, **frame_of(signaal, title)}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "signalen/beheer/tekst.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def covering(request: HttpRequest, pk: int, foto_id: int) -> HttpResponse:
    """Draw, or type, what is to be covered."""
    signaal = the_signal(request, pk, CHANGE)
    note_look(request.user, signaal)
    foto = _foto(signaal, foto_id)
    vakken: Any = VakkenForms(request.POST if request.method == "POST" else None, prefix="vak")
    nothing = False
    if request.method == "POST" and vakken.is_valid():
        boxes = [form.box for form in vakken if form.box is not None]
        if boxes:
            cover_photo(foto.pk, boxes, door=request.user)
            messages.success(request, _("Afgedekt. Wat eronder zat, is weg."))
            return redirect("signalen:een", pk)
        nothing = True
    context = {
        "signaal": signaal,
        "foto": foto,
        "vakken": vakken,
        "nothing": nothing,
        **frame_of(signaal, _("Deel van een foto afdekken")),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "signalen/beheer/afdekken.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def off_site(request: HttpRequest, pk: int, foto_id: int) -> HttpResponse:
    """Why readers see a photo no more."""
    signaal = the_signal(request, pk, CHANGE)
    note_look(request.user, signaal)
    foto = _foto(signaal, foto_id)
    form = RedenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        take_photo_off(foto.pk, door=request.user, **form.cleaned_data)
        messages.success(request, _("Bewaard."))
        return redirect("signalen:een", pk)
    title = _("Een foto van de site halen")
    context = {"signaal": signaal, "foto": foto, "form": form, **frame_of(signaal, title)}
    status = 422 if form.is_bound else 200
    return render(request, "signalen/beheer/foto_weg.html", context, status=status)


@never_cache
@require_safe
def foto(request: HttpRequest, pk: int, foto_id: int) -> HttpResponseBase:
    """A picture for the team, small with `?klein`. Rights are asked each time."""
    signaal = the_signal(request, pk)
    row = _foto(signaal, foto_id)
    note_look(request.user, signaal)
    small = "klein" in request.GET and row.small
    try:
        opened = (row.small if small else row.file).open("rb")
    except (OSError, ValueError) as error:
        raise Http404 from error
    kind = "image/png" if str(row.file.name).endswith("png") and not small else "image/jpeg"
    response = FileResponse(opened, content_type=kind)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _foto(signaal: Signaal, foto_id: int) -> SignaalFoto:
    found = SignaalFoto.objects.filter(pk=foto_id, signaal=signaal).first()
    if found is None:
        raise Http404
    return found
