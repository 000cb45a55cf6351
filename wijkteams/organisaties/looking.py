"""The screen where the team looks at what a partner changed about itself, and its task."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.components import Component

from wijkteams.membership import membership_of
from wijkteams.models import Organisatie
from wijkteams.organisaties import proposals
from wijkteams.organisaties.forms import WaaromNietForm
from wijkteams.organisaties.frame import frame
from wijkteams.row_access import the_row, within

CHANGE = "organisatie.change"
CONFLICT = 409
FEW = 10


class PartnersPanel(Component):
    """On the dashboard of who keeps partners; nothing when nothing waits."""

    name = "partners"
    template_name = "wijkteams/beheer/partners_paneel.html"
    order = 23

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        if not membership_of(user).may("rows", CHANGE):
            return {"partners": []}
        return {"partners": proposals.waiting().filter(within(user, CHANGE))[:FEW]}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proposal_view(request: HttpRequest, pk: int) -> HttpResponse:
    """How it is and how the partner wants it; a POST says yes, or no with the reason."""
    organisatie = the_row(request, Organisatie.objects.all(), pk, CHANGE)
    form = WaaromNietForm(request.POST if "nee" in request.POST else None)
    status = 422 if form.is_bound else 200
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        try:
            _decide(request, organisatie, form)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            organisatie.refresh_from_db()
            status = CONFLICT
        else:
            return redirect("organisatie:index")
    context = {
        "organisatie": organisatie,
        "changes": proposals.changes_of(organisatie),
        "seen": proposals.seen_of(organisatie.voorstel_op),
        "form": form,
        **frame(_("Wat een partner aanpaste")),
    }
    return render(request, "wijkteams/beheer/organisatie_voorstel.html", context, status=status)


def _decide(request: HttpRequest, organisatie: Organisatie, form: WaaromNietForm) -> None:
    seen = request.POST.get("seen", "")
    if form.is_bound:
        proposals.refuse(organisatie.pk, seen=seen, door=request.user, **form.cleaned_data)
        messages.success(request, _("Niet overgenomen. De contactpersoon krijgt bericht."))
    else:
        proposals.take_over(organisatie.pk, seen=seen, door=request.user)
        messages.success(request, _("Overgenomen. Bewoners lezen het zo op de site."))
