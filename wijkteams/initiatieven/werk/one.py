"""The screen of one initiative: how far it is, who wants it, what waits, and each room's part."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.initiatieven.models import Initiatief, InitiatiefPage, Stap
from wijkteams.initiatieven.werk.access import CHANGE, CONTACT, the_initiative
from wijkteams.initiatieven.werk.frame import frame_of
from wijkteams.initiatieven.werk.one_forms import PartnerForm, PlekForm, StapForm
from wijkteams.initiatieven.werk.parts import buttons_of, parts_of
from wijkteams.permissions import page_policy
from wijkteams.row_access import may


@never_cache
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """An initiative that the user may read."""
    return screen(request, the_initiative(request, pk))


def screen(
    request: HttpRequest,
    initiatief: Initiatief,
    *,
    changes: list[Stap] | None = None,
    status: int = 200,
    **forms: Any,
) -> HttpResponse:
    """The whole screen; a form that was filled in wrongly is given by its name."""
    may_change = may(request.user, initiatief.wijk_id, CHANGE)
    if may_change:
        forms = {
            "stap_form": StapForm(initiatief=initiatief),
            "partner_form": PartnerForm(initiatief=initiatief),
            "plek_form": PlekForm(initiatief=initiatief),
            **forms,
        }
    context = {
        "initiatief": initiatief,
        "changes": changes,
        "may_change": may_change,
        "steps": initiatief.stappen.select_related("door").order_by("-pk"),
        "partners": initiatief.partners.select_related("organisatie"),
        "merged": initiatief.bronnen.all(),
        "ideas": initiatief.aanvragen.order_by("pk"),
        "pages": _pages(request, initiatief),
        "parts": parts_of(request, initiatief),
        "buttons": buttons_of(request.user, initiatief),
        **_people(request, initiatief),
        **forms,
        **frame_of(initiatief),
    }
    return render(request, "initiatieven/werk/een.html", context, status=status)


def _pages(request: HttpRequest, initiatief: Initiatief) -> list[dict[str, Any]]:
    """Its page in each language, with the editor for who may change it there."""
    rows = InitiatiefPage.objects.filter(
        translation_key=initiatief.translation_key, alias_of=None
    ).select_related("locale")
    policy = page_policy()
    return [
        {
            "page": page,
            "may_edit": policy.user_has_any_permission_for_instance(
                request.user, ["add", "change"], page
            ),
        }
        for page in rows.order_by("pk")
    ]


def _people(request: HttpRequest, initiatief: Initiatief) -> dict[str, Any]:
    """Who wants it: only for who has the right to know (rule R-04)."""
    people = initiatief.initiatiefnemers.filter(gestopt_op=None)
    allowed = may(request.user, initiatief.wijk_id, CONTACT)
    return {
        "may_contact": allowed,
        "people": list(people) if allowed else (),
        "number_of_people": people.count(),
    }
