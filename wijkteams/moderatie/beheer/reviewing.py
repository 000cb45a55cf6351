"""Looking again, by another than who decided (requirement M2)."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkteams.moderatie import again
from wijkteams.moderatie.beheer.forms import HerzienForm
from wijkteams.moderatie.beheer.screen import CHANGE, CONFLICT, VIEW, frame, thing_for
from wijkteams.moderatie.models import Actie, Herziening
from wijkteams.row_access import may, the_row


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Look again: by another than who decided."""
    rows = Herziening.objects.select_related("besluit__door", "wijk", "door")
    asked = the_row(request, rows, pk, CHANGE if request.method == "POST" else VIEW)
    besluit = asked.besluit
    thing = thing_for(request.user, besluit.soort, besluit.object_id)
    if request.method == "POST" and "closed" in thing:
        raise PermissionDenied
    form = HerzienForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            again.handle(pk, door=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
            asked.refresh_from_db()
            status = CONFLICT
        else:
            messages.success(request, _("Opgeschreven. Wie het vroeg, krijgt bericht."))
            return redirect("moderatie:index")
    context = {
        "asked": asked,
        "besluit": besluit,
        "turned": Actie(again.turned(besluit, asked.van)).label,
        "may_handle": may(request.user, asked.wijk_id, CHANGE)
        and not asked.uitkomst
        and again.may_handle(asked, request.user),
        "form": form,
        **thing,
        **frame(_("Opnieuw bekijken")),
    }
    return render(request, "moderatie/beheer/herziening.html", context, status=status)
