"""Erasing a person: first what would go and where the name still stands, then the address again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from core.exports.ledger import record
from core.models import Inzage
from core.privacy.engine import erase_person
from core.privacy.person import Person, find_person
from core.privacy.places import places_of
from core.privacy.register import processings

from .forms import EraseForm
from .rights import for_who_may, read_ticket, ticket_for
from .views import frame, too_late


@sensitive_post_parameters()
@require_POST
@for_who_may
def erase(request: HttpRequest) -> HttpResponse:
    """Without the address typed again: a trial. With it: done, and it cannot be undone."""
    asked = read_ticket(request)
    if asked is None:
        return too_late(request)
    person = find_person(*asked)
    form = EraseForm(request.POST if "confirm" in request.POST else None, email=person.email)
    if person.user_id == request.user.pk:
        messages.error(request, _("Je kunt jezelf niet wissen. Vraag een collega om dat te doen."))
        return redirect("personen:index")
    if form.is_valid():
        return _erase(request, person)
    return _trial(request, person, form)


def _trial(request: HttpRequest, person: Person, form: EraseForm) -> HttpResponse:
    titles = {processing.key: processing.title for processing in processings()}
    report = erase_person(person.email, also=person.also, dry_run=True)
    context = {
        "person": person,
        "form": form,
        "report": [(titles[key], count) for key, count in report.items() if count],
        "places": places_of(person, request.user),
        "ticket": ticket_for(request, person.email, list(person.also)),
        **frame(_("Wissen: eerst een proef")),
    }
    return render(request, "wijkteams/personen/wissen.html", context)


def _erase(request: HttpRequest, person: Person) -> HttpResponse:
    report = erase_person(person.email, also=person.also)
    total = sum(report.values())
    record(request.user, Inzage.Kind.ERASED, "", rows=total)
    messages.success(
        request,
        ngettext(
            "Gewist: %(total)d gegeven. Van wie, staat nergens.",
            "Gewist: %(total)d gegevens. Van wie, staat nergens.",
            total,
        )
        % {"total": total},
    )
    return redirect("personen:purged")
