"""The page where a partner keeps its own entry: no account, one secret link (W6, rule R-08)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from core.errors import too_many_requests
from core.security.throttle import Throttle
from core.structured import describe_screen
from wijkteams.models import Organisatie
from wijkteams.organisaties.forms import EigenForm
from wijkteams.organisaties.link import code_of
from wijkteams.organisaties.services import all_is_right, changed_by_partner

WRONG_LINKS = Throttle("organisatie-link", limit=10, seconds=60)
CHANGES = Throttle("organisatie-wijzigen", limit=30, seconds=3600, by_network=False)
"Each may mail an address that was typed there (rule R-34)."


@never_cache
@sensitive_post_parameters("contact_name", "contact_email", "contact_phone")
@require_http_methods(["GET", "HEAD", "POST"])
def eigen(request: HttpRequest, token: str) -> HttpResponse:
    """Show the entry. Looking changes nothing: mail scanners look too."""
    organisatie = _of(request, token)
    if isinstance(organisatie, HttpResponse):
        return organisatie
    form = EigenForm(request.POST or None, instance=organisatie, initial=organisatie.voorstel)
    if request.method == "POST":
        if not CHANGES.allows_one_more(request, organisatie.code):
            return too_many_requests(request, seconds=CHANGES.seconds)
        if "klopt" in request.POST:
            all_is_right(organisatie.pk)
            return redirect("eigen_organisatie_dank")
        if form.is_valid():
            changed_by_partner(organisatie, form.changed_data)
            return redirect("eigen_organisatie_dank")
        organisatie = Organisatie.objects.get(pk=organisatie.pk)
    return _show(
        request,
        "eigen",
        _("Klopt dit nog?"),
        status=422 if form.is_bound else 200,
        form=form,
        organisatie=organisatie,
    )


@never_cache
@require_safe
def dank(request: HttpRequest) -> HttpResponse:
    """After it was looked at. Says nothing of whom: this address is no secret."""
    return _show(request, "dank", _("Dank u wel"))


def _of(request: HttpRequest, token: str) -> Organisatie | HttpResponse:
    if WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=WRONG_LINKS.seconds)
    code = code_of(token)
    found = Organisatie.objects.filter(code=code).first() if code else None
    if found is None:
        WRONG_LINKS.count_wrong_try(request)
        return _show(request, "onbekend", _("Deze link werkt niet (meer)"), status=404)
    return found


def _show(
    request: HttpRequest, template: str, title: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    shown = {**describe_screen(request, title=title, description=""), "title": title, **context}
    # Its address may be a secret: no meta tag repeats it.
    shown |= {"canonical_url": "", "og": None, "languages": [], "alternates": []}
    path = f"wijkteams/organisaties/{template}.html"
    response = render(request, path, shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
