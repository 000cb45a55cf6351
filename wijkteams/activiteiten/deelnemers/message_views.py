"""Writing to all who come: the form, the mail as they will get it, and what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from wijkteams.activiteiten.deelnemers import access
from wijkteams.activiteiten.deelnemers.forms import BerichtForm
from wijkteams.activiteiten.deelnemers.lijst import Lijst
from wijkteams.activiteiten.deelnemers.message import (
    Receivers,
    context_of,
    progress_of,
    receivers_of,
    send,
)
from wijkteams.activiteiten.deelnemers.overview import frame
from wijkteams.activiteiten.models import Aanmelding, Bericht

SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest, **which: int) -> HttpResponse:
    """First the form, then the mail to look at, and only then it is sent."""
    lijst = access.the_list(request, access.CHANGE, **which)
    sent = request.POST if request.method == "POST" else None
    form = BerichtForm(sent)
    preview: dict[str, Any] = {}
    if form.is_valid():
        data = form.cleaned_data
        receivers = receivers_of(lijst, also_waiting=data["also_waiting"])
        if not receivers.by_mail:
            form.add_error(None, _("Niemand op deze lijst heeft een e-mailadres. Bel even."))
        elif "verstuur" in request.POST:
            return _send(request, lijst, data)
        elif "anders" not in request.POST:
            preview = _preview(lijst, data, receivers)
    title = _("Bericht aan wie komt")
    context = {
        "form": form,
        "preview": preview,
        "receivers": receivers_of(lijst, also_waiting=False),
        "earlier": _earlier(lijst),
        **frame(title, lijst, title),
    }
    return render(request, "activiteiten/deelnemers/bericht.html", context)


def _send(request: HttpRequest, lijst: Lijst, data: dict[str, Any]) -> HttpResponse:
    bericht = send(lijst, by=request.user, **data)  # type: ignore[arg-type]
    bericht.refresh_from_db()
    text = ngettext(
        "Het bericht gaat naar %(count)d persoon.",
        "Het bericht gaat naar %(count)d mensen.",
        bericht.receivers,
    )
    messages.success(request, text % {"count": bericht.receivers})
    return redirect("deelnemers:sent", bericht.pk)


def _preview(lijst: Lijst, data: dict[str, Any], receivers: Receivers) -> dict[str, Any]:
    """The mail as somebody gets it. The link in it is nobody's."""
    bericht = Bericht(
        activiteit=lijst.activiteit,
        keer=lijst.signs_up_for,
        subject=data["subject"],
        text=data["text"],
    )
    nobody = Aanmelding(activiteit=lijst.activiteit, keer=lijst.signs_up_for)
    link = _("(hier komt voor iedereen een eigen link)")
    context = {**context_of(bericht, nobody), "link": link}
    return {
        "subject": render_to_string("mail/deelnemersbericht/subject.txt", context),
        "text": render_to_string("mail/deelnemersbericht/body.txt", context),
        "receivers": receivers,
    }


def _earlier(lijst: Lijst) -> list[Bericht]:
    rows = Bericht.objects.filter(activiteit=lijst.activiteit).select_related("sent_by")
    if lijst.signs_up_for is not None:
        rows = rows.filter(keer=lijst.signs_up_for)
    return list(rows[:SHOWN])


@require_GET
def sent(request: HttpRequest, bericht_id: int) -> HttpResponse:
    """What was sent, and how far it is."""
    rows = Bericht.objects.select_related("activiteit__wijk", "keer__activiteit", "sent_by")
    bericht = get_object_or_404(rows, pk=bericht_id)
    if not access.may(request.user, bericht.activiteit, access.CHANGE):
        raise PermissionDenied
    lijst = Lijst(bericht.activiteit, bericht.keer)
    context = {
        "bericht": bericht,
        "progress": progress_of(bericht),
        **frame(bericht.subject, lijst, bericht.subject),
    }
    return render(request, "activiteiten/deelnemers/verstuurd.html", context)
