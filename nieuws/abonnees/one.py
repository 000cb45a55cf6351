"""One person on a list: what they asked for and when, and what the team may do for them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from nieuws.abonnees.access import ADD, DELETE, VIEW, the_subscription
from nieuws.abonnees.adding import will_be_asked
from nieuws.abonnees.forms import AfmeldForm, NaamForm
from nieuws.abonnees.overview import Line, frame, lines_of
from nieuws.abonneren import services
from nieuws.models import Abonnement, Kanaal
from wijkteams.row_access import may, within

Status = Abonnement.Status


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known, with the proof of consent; the name can be put right."""
    writes = request.method == "POST"
    row = the_subscription(request, pk, ADD if writes else VIEW)
    line = lines_of([row], request.user)[0]
    # A name that one may not see whole is not offered to change: it would be kept so.
    form = NaamForm(
        request.POST if writes else None,
        initial={"name": row.name if line.name == row.name else ""},
    )
    if writes and form.is_valid():
        Abonnement.objects.filter(pk=row.pk).update(name=form.cleaned_data["name"])
        messages.success(request, _("Bewaard."))
        return redirect("abonnees:one", row.pk)
    title = line.name or line.address
    context = {
        "line": line,
        "row": row,
        "form": form,
        "leave_form": AfmeldForm(),
        "others": _others(row, request.user),
        "history": row.toestemmingen.select_related("tekst", "door"),
        "bounces": row.abonnee.retouren.order_by("-moment")[:5],
        "may_change": may(request.user, row.wijk_id, ADD),
        "may_remove": may(request.user, row.wijk_id, DELETE) and row.status != Status.AFGEMELD,
        **frame(title, below=title, icon="user"),
    }
    return render(request, "nieuws/abonnees/een.html", context)


def _others(row: Abonnement, user: Any) -> list[Line]:
    """The other lists of the user's own wards that this person is on."""
    rows = row.abonnee.abonnementen.filter(within(user, VIEW)).exclude(pk=row.pk)
    return lines_of(rows.select_related("abonnee", "lijst").order_by("lijst__title"), user)


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Off this list, because they asked the team."""
    row = the_subscription(request, pk, DELETE)
    form = AfmeldForm(request.POST)
    way = form.cleaned_data["bron"] if form.is_valid() else Kanaal.TELEFOON
    if services.leave(row, way, door=request.user):  # type: ignore[arg-type]
        messages.success(
            request, _("Afgemeld. Deze persoon krijgt geen mail meer voor %(list)s.")
            % {"list": row.lijst.title},
        )  # fmt: skip
    else:
        messages.warning(request, _("Deze persoon was al afgemeld."))
    return redirect("abonnees:one", row.pk)


@require_POST
def ask_again(request: HttpRequest, pk: int) -> HttpResponse:
    """One more mail to say yes with: when the first was lost, or mail arrives again."""
    row = the_subscription(request, pk, ADD)
    services.enter(
        row.abonnee.email,
        [row.lijst],
        kanaal=Kanaal.TELEFOON,
        by=request.user,  # type: ignore[arg-type]
        name=row.name,
        language=row.abonnee.language,
    )
    messages.success(request, will_be_asked())
    return redirect("abonnees:one", row.pk)
