"""What of a survey is kept how long: the team sees it, and may keep it shorter (S14)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquetes.models import Enquete
from enquetes.toegang import retention
from enquetes.toegang.beheer.access import CHANGE, VIEW, frame, the_survey
from enquetes.toegang.beheer.forms import KeepForm
from wijkteams.row_access import may


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """What there is and when it goes; a POST changes the number of months."""
    is_post = request.method == "POST"
    enquete = the_survey(request, pk, CHANGE if is_post else VIEW)
    initial = {"maanden": enquete.bewaarmaanden}
    form = KeepForm(request.POST if is_post else None, initial=initial)
    if is_post and form.is_valid():
        months = form.cleaned_data["maanden"]
        Enquete.objects.filter(pk=enquete.pk).update(bewaarmaanden=months)
        messages.success(request, _("Bewaard. Vannacht gaat weg wat te oud is."))
        return redirect("toegang:bewaren", enquete.pk)
    context = {
        "enquete": enquete,
        "form": form,
        "may_change": may(request.user, enquete.wijk_id, CHANGE),
        "day": retention.goes_on(enquete),
        "counts": retention.counts_of(enquete),
        **frame(_("Hoe lang we bewaren"), "history", enquete),
    }
    return render(request, "enquetes/toegang/beheer/bewaren.html", context)
