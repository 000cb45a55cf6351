"""The screen on which a form is typed in: all its questions, for ten fingers and no mouse."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from enquetes.models import Papierinvoer
from enquetes.papier.access import the_form, the_pile
from enquetes.papier.blad import Blad
from enquetes.papier.piles import frame
from enquetes.papier.sender import read_sender, sender_of
from enquetes.papier.services import PapierError, begin_form, save_form, throw_away
from enquetes.vragen.antwoord import Antwoorden

MOST = 10**6
"A higher number stands on no form."


@require_POST
def begin(request: HttpRequest, stapel_id: int) -> HttpResponse:
    """Open the next form of a pile."""
    return _next(
        request, the_pile(request, stapel_id), 2 if request.POST.get("ronde") == "2" else 1
    )


def _next(request: HttpRequest, stapel: Any, ronde: int) -> HttpResponse:
    try:
        row = begin_form(stapel, by=cast(User, request.user), ronde=ronde)
    except PapierError as error:
        messages.info(request, str(error))
        return redirect("papier:stapel", stapel.pk)
    return redirect("papier:formulier", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, invoer_id: int) -> HttpResponse:
    """Type in a form, or correct it."""
    invoer = the_form(request, invoer_id)
    stapel = invoer.stapel
    blad = Blad(stapel.enquete, stapel.versie)
    if request.method != "POST":
        blad.fill(invoer.antwoorden)
        return _screen(request, invoer, blad, sender_of(stapel.enquete, invoer.antwoorden))
    sender = read_sender(stapel.enquete, request.POST)
    antwoorden = blad.read(request.POST) | (sender.kept() if sender else {})
    if request.POST.get("actie") == "vanzelf":
        return _by_itself(request, invoer, antwoorden)
    if blad.errors or (sender and sender.error):
        return _screen(request, invoer, blad, sender, status=422)
    return _keep(request, invoer, blad, sender, antwoorden)


def _keep(
    request: HttpRequest, invoer: Papierinvoer, blad: Blad, sender: Any, antwoorden: Antwoorden
) -> HttpResponse:
    done, was_done = request.POST.get("actie") == "klaar", invoer.klaar
    try:
        row = save_form(invoer, antwoorden=antwoorden, klaar=done or was_done, **_sent(request))
    except PapierError as error:
        messages.error(request, str(error))
        invoer.refresh_from_db(fields=["wijziging"])
        return _screen(request, invoer, blad, sender, status=409)
    messages.success(request, _("Formulier %(number)s bewaard.") % {"number": row.formulier})
    if done and not was_done:
        return _next(request, invoer.stapel, invoer.ronde)
    if request.POST.get("actie") == "tussen":  # Enter, in a browser without our script
        return redirect("papier:formulier", row.pk)
    return redirect("papier:stapel", invoer.stapel_id)


def _by_itself(request: HttpRequest, invoer: Papierinvoer, antwoorden: Antwoorden) -> HttpResponse:
    """While somebody types: what is right already is kept, what is not yet stays in the box."""
    if invoer.klaar:
        return JsonResponse({"bewaard": False}, status=409)
    try:
        row = save_form(invoer, antwoorden=antwoorden, klaar=False, **_sent(request))
    except PapierError as error:
        return JsonResponse({"bewaard": False, "waarom": str(error)}, status=409)
    return JsonResponse({"bewaard": True, "wijziging": row.wijziging})


def _sent(request: HttpRequest) -> dict[str, Any]:
    """What goes with the answers, as far as it can be read."""
    number, count = (_number(request.POST.get(name)) for name in ("formulier", "wijziging"))
    language = request.POST.get("taal", "")
    return {
        "by": request.user,
        "wijziging": count or 0,
        "formulier": number or None,
        "language": language if language in dict(settings.LANGUAGES) else None,
    }


def _number(sent: str | None) -> int | None:
    right = sent and sent.isascii() and sent.isdigit() and len(sent) < 8
    return min(int(sent), MOST) if sent and right else None


def _screen(
    request: HttpRequest, invoer: Papierinvoer, blad: Blad, sender: Any, status: int = 200
) -> HttpResponse:
    stapel = invoer.stapel
    number = _number(request.POST.get("formulier")) or invoer.formulier
    context = {
        "invoer": invoer,
        "stapel": stapel,
        "blad": blad,
        "sender": sender,
        "number": number,
        "language": request.POST.get("taal") or invoer.language,
        "languages": settings.LANGUAGES,
        "done": stapel.invoer.filter(ronde=invoer.ronde, klaar=True).count(),
        **frame(stapel.enquete, stapel, _("Formulier %(number)s") % {"number": number}),
    }
    return render(request, "enquetes/papier/formulier.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest, invoer_id: int) -> HttpResponse:
    """Throw a form away, after asking."""
    invoer = the_form(request, invoer_id)
    stapel = invoer.stapel
    if request.method != "POST":
        title = _("Formulier %(number)s weggooien") % {"number": invoer.formulier}
        context = {"invoer": invoer, "stapel": stapel, **frame(stapel.enquete, stapel, title)}
        return render(request, "enquetes/papier/weg.html", context)
    try:
        throw_away(invoer)
    except PapierError as error:
        messages.error(request, str(error))
    else:
        text = _("Formulier %(number)s is weggegooid.")
        messages.success(request, text % {"number": invoer.formulier})
    return redirect("papier:stapel", stapel.pk)
