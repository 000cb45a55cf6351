"""Putting somebody on a list who asked the team for it, instead of the site (PL6)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from nieuws.abonnees.access import ADD
from nieuws.abonnees.forms import BY_TEAM, AbonneeForm
from nieuws.abonnees.overview import frame
from nieuws.abonneren import services
from wijkteams.row_access import demand


def will_be_asked() -> str:
    """What is said whatever was known already: else the screen would tell who is known (R-04)."""
    return _(
        "Staat dit adres nog niet op de lijst? Dan krijgt het nu een mail met een knop. "
        "Na een klik op die knop komt de nieuwsbrief vanzelf. We mailen hooguit 1 keer per dag, "
        "en 3 keer in totaal."
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form for who phones or stands there; afterwards it is empty again for the next."""
    demand(request, ADD)
    way = request.GET.get("hoe", "")
    initial = {"bron": way} if way in dict(BY_TEAM) else {}
    sent = request.POST if request.method == "POST" else None
    form = AbonneeForm(sent, user=request.user, initial=initial)
    if sent is not None and form.is_valid():
        _enter(form, request)
        messages.success(request, will_be_asked())
        again = f"{reverse('abonnees:add')}?hoe={form.cleaned_data['bron']}"
        return redirect(again if "volgende" in request.POST else reverse("abonnees:index"))
    title = _("Iemand toevoegen")
    return render(
        request, "nieuws/abonnees/toevoegen.html", {"form": form, **frame(title, below=title)}
    )


def _enter(form: AbonneeForm, request: HttpRequest) -> None:
    data = form.cleaned_data
    services.enter(
        data["email"],
        list(data["lijsten"]),
        kanaal=data["bron"],
        by=request.user,  # type: ignore[arg-type]
        name=data["name"],
        toelichting=data["toelichting"],
    )
