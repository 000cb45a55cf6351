"""What is done on the screen of one initiative. Each is a POST, and leads back to the screen."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkteams.initiatieven import services
from wijkteams.initiatieven.beheren import deciding
from wijkteams.initiatieven.models import Initiatief, Partnerrol
from wijkteams.initiatieven.werk import mails
from wijkteams.initiatieven.werk.access import CHANGE, CONTACT, the_initiative
from wijkteams.initiatieven.werk.one import screen
from wijkteams.initiatieven.werk.one_forms import PartnerForm, PlekForm, StapForm
from wijkteams.row_access import may

CONFLICT = 409


@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """A next step. When somebody else was faster: what they did, and what was typed stays."""
    initiatief = the_initiative(request, pk, CHANGE)
    form = StapForm(request.POST, initiatief=initiatief)
    if form.is_valid():
        try:
            services.step(pk, door=request.user, **form.cleaned_data)
        except services.StaleError as error:
            return _stale(request, pk, error)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Opgeschreven."))
            return redirect("initiatieven:een", pk)
    elif _is_old(request, initiatief):
        rows = initiatief.stappen.order_by("-pk")[:1]
        return _stale(request, pk, services.StaleError(list(rows)))
    return screen(request, initiatief, status=422, stap_form=form)


def _is_old(request: HttpRequest, initiatief: Initiatief) -> bool:
    """A move that is not there any more, because the state changed meanwhile."""
    seen = request.POST.get("seen", "")
    return seen.isascii() and seen.isdecimal() and seen != str(initiatief.stap)


def _stale(request: HttpRequest, pk: int, error: services.StaleError) -> HttpResponse:
    initiatief = the_initiative(request, pk, CHANGE)
    again = StapForm(request.POST, initiatief=initiatief)
    again.look_again(initiatief)
    again.is_valid()
    return screen(request, initiatief, changes=error.changes, status=CONFLICT, stap_form=again)


@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it is; the dot of somebody's home goes off the map."""
    initiatief = the_initiative(request, pk, CHANGE)
    form = PlekForm(request.POST, initiatief=initiatief)
    if not form.is_valid():
        return screen(request, initiatief, status=422, plek_form=form)
    with transaction.atomic():
        locked = Initiatief.objects.locked(pk)
        for name, value in form.told.items():
            setattr(locked, name, value)
        services.touch(locked)
    messages.success(request, _("Bewaard."))
    return redirect("initiatieven:een", pk)


@require_POST
def add_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """A partner with a role; the page shows it at once."""
    initiatief = the_initiative(request, pk, CHANGE)
    form = PartnerForm(request.POST, initiatief=initiatief)
    if not form.is_valid():
        return screen(request, initiatief, status=422, partner_form=form)
    try:
        with transaction.atomic():
            locked = Initiatief.objects.locked(pk)
            form.instance.initiatief = locked
            form.instance.volgorde = locked.partners.count()
            form.save()
            services.touch(locked)
    except IntegrityError:  # somebody else added the same one
        messages.info(request, _("Deze partner stond er net al bij."))
    else:
        messages.success(request, _("Bewaard."))
    return redirect("initiatieven:een", pk)


@require_POST
def drop_partner(request: HttpRequest, pk: int, rol_id: int) -> HttpResponse:
    """A partner does no longer take part."""
    the_initiative(request, pk, CHANGE)
    with transaction.atomic():
        locked = Initiatief.objects.locked(pk)
        if not Partnerrol.objects.filter(pk=rol_id, initiatief=locked).exists():
            raise Http404
        Partnerrol.objects.filter(pk=rol_id).delete()
        services.touch(locked)
    messages.success(request, _("Bewaard."))
    return redirect("initiatieven:een", pk)


@require_POST
def mail_link(request: HttpRequest, pk: int, nemer_id: int) -> HttpResponse:
    """Mail an initiator the link of their page once more."""
    initiatief = the_initiative(request, pk, CONTACT)
    nemer = initiatief.initiatiefnemers.filter(pk=nemer_id, gestopt_op=None).first()
    if nemer is None or not may(request.user, initiatief.wijk_id, CHANGE):
        raise Http404
    if mails.link_again(nemer, initiatief):
        messages.success(request, _("De link is gemaild."))
    else:
        messages.error(
            request, _("Dit adres is nog niet bevestigd. Bel de bewoner, of vraag het adres na.")
        )
    return redirect("initiatieven:een", pk)


@require_POST
def trust(request: HttpRequest, pk: int, nemer_id: int) -> HttpResponse:
    """What this initiator writes, stands on the site at once; or not any more."""
    initiatief = the_initiative(request, pk, CHANGE)
    if not initiatief.initiatiefnemers.filter(pk=nemer_id).exists():
        raise Http404
    deciding.trust(nemer_id, trusted="ja" in request.POST)
    messages.success(request, _("Bewaard."))
    return redirect("initiatieven:een", pk)
