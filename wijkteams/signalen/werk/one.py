"""The screen of one signal: everything the team knows of it, and what it can do."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.row_access import may
from wijkteams.signalen.merging import family
from wijkteams.signalen.models import Medemelder, Melder, Opvolging, Signaal
from wijkteams.signalen.werk.access import CHANGE, CONTACT, note_look, the_signal
from wijkteams.signalen.werk.actions import buttons_for
from wijkteams.signalen.werk.drawing import map_with
from wijkteams.signalen.werk.forms import RedenForm, RegelForm, SoortForm, StapForm
from wijkteams.signalen.werk.frame import frame_of
from wijkteams.signalen.werk.lateness import ago
from wijkteams.signalen.werk.nearby import like
from wijkteams.signalen.werk.parts import parts_of

LOOKS_SHOWN = 30


@never_cache
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A signal that the user may read. That somebody read a confidential one is written down."""
    return screen(request, the_signal(request, pk))


def screen(
    request: HttpRequest,
    signaal: Signaal,
    *,
    changes: list[Opvolging] | None = None,
    status: int = 200,
    **forms: Any,
) -> HttpResponse:
    """The whole screen; a form that was filled in wrongly is given by its name."""
    note_look(request.user, signaal)
    if may(request.user, signaal.wijk_id, CHANGE):
        forms = {
            "stap_form": StapForm(signaal=signaal),
            "regel_form": RegelForm(signaal=signaal),
            "soort_form": SoortForm(signaal=signaal),
            "reden_form": RedenForm(),
            **forms,
        }
    context = {
        "signaal": signaal,
        "ago": ago(signaal.gemeld_op),
        "changes": changes,
        "may_change": may(request.user, signaal.wijk_id, CHANGE),
        "buttons": buttons_for(request.user, signaal),
        "parts": parts_of(request, signaal),
        **forms,
        **_around(request, signaal),
        **frame_of(signaal),
    }
    return render(request, "signalen/beheer/een.html", context, status=status)


def _around(request: HttpRequest, signaal: Signaal) -> dict[str, Any]:
    """What hangs on it."""
    user: Any = request.user
    steps = signaal.opvolgingen.select_related(
        "door", "bevestigd_door", "doorzending__organisatie"
    ).order_by("-wanneer", "-pk")
    own = Signaal.objects.visible_to(user)
    near = like(own, signaal)
    looks = signaal.raadplegingen.select_related("door")[:LOOKS_SHOWN]
    return {
        "steps": steps,
        "second": next((one for one in steps if one.wacht_op_tweede), None),
        "fotos": list(signaal.fotos.all()),
        "merged": own.filter(samengevoegd_in=signaal),
        "near": near,
        "map": map_with(signaal, near),
        "looks": looks if signaal.is_vertrouwelijk else (),
        "followers": _followers(signaal),
        **_contact(request, signaal),
    }


def _contact(request: HttpRequest, signaal: Signaal) -> dict[str, Any]:
    """Who told it: only for who has the right to know (rule R-04)."""
    melder = Melder.objects.filter(signaal=signaal).first()
    if not may(request.user, signaal.wijk_id, CONTACT):
        return {"has_melder": melder is not None, "may_contact": False}
    return {"has_melder": melder is not None, "may_contact": True, "melder": melder}


def _followers(signaal: Signaal) -> int:
    """How many others get a mail of each step."""
    rows = Medemelder.objects.filter(signaal__in=family(signaal.pk), bevestigd_op__isnull=False)
    return rows.exclude(email="").count()
