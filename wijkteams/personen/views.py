"""Looking a person up, and handing over what was found."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from core.exports.ledger import record
from core.models import Inzage
from core.privacy.access_processing import lists_with
from core.privacy.engine import find_about
from core.privacy.person import find_person
from core.privacy.places import places_of

from .archive import zip_of
from .forms import LookUpForm
from .rights import LOOKUPS, MINUTES, for_who_may, read_ticket, ticket_for


def frame(title: str, *, below: bool = True) -> dict[str, Any]:
    """The head of a screen of this room."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    if below:
        crumbs.append({"url": reverse("personen:index"), "label": _("Personen")})
    return {
        "page_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
    }


def too_late(request: HttpRequest) -> HttpResponse:
    """The buttons under a result work for a quarter of an hour."""
    messages.warning(
        request,
        _("Dit is langer dan %(minutes)d minuten geleden. Zoek de persoon opnieuw op.")
        % {"minutes": MINUTES},
    )
    return redirect("personen:index")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@for_who_may
def index(request: HttpRequest) -> HttpResponse:
    """The question, and (after POST) what is kept: the address never stands in a link."""
    form = LookUpForm(request.POST or None)
    context: dict[str, Any] = {"form": form, **frame(_("Personen"), below=False)}
    status = 200
    if request.method == "POST" and form.is_valid():
        if LOOKUPS.allows_one_more(request, str(request.user.pk)):
            context |= _found(request, form.cleaned_data["email"], form.cleaned_data["also"])
        else:
            status = 429
            form.add_error(None, _("Je zocht heel veel mensen op. Probeer het over een uur weer."))
    return render(request, "wijkteams/personen/index.html", context, status=status)


def _found(request: HttpRequest, email: str, also: list[str]) -> dict[str, Any]:
    person = find_person(email, also)
    found = find_about(person)
    record(request.user, Inzage.Kind.LOOKUP, "", rows=len(found), addresses=[person.email])
    return {
        "person": person,
        "found": found,
        "places": places_of(person, request.user),
        "lists": lists_with(person).filter(kind=Inzage.Kind.EXPORT)[:20],
        "ticket": ticket_for(request, person.email, also),
    }


@sensitive_post_parameters()
@require_POST
@for_who_may
def export(request: HttpRequest) -> HttpResponse:
    """Everything about one person as a zip. It is made now and kept nowhere: no link can leak."""
    asked = read_ticket(request)
    if asked is None:
        return too_late(request)
    person = find_person(*asked)
    response = HttpResponse(zip_of(person), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="gegevens.zip"'
    record(request.user, Inzage.Kind.PERSON, "", rows=1, addresses=[person.email])
    return response
