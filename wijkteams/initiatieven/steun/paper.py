"""The team's screen of support: how many there are, and lists that were signed on paper (I6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.forms import DateField, NumberField
from core.uploads.fields import CleanImageFormField
from wijkteams.initiatieven.models import Initiatief, Papierlijst, Volger
from wijkteams.initiatieven.steun import scans
from wijkteams.initiatieven.steun.counting import recount
from wijkteams.initiatieven.werk.access import CHANGE, CONTACT, VIEW, the_initiative
from wijkteams.initiatieven.werk.frame import frame_of
from wijkteams.row_access import may

MOST = 10_000


class PapierForm(forms.Form):
    """How many signed, and the picture that shows it."""

    aantal = NumberField(
        label=gettext_lazy("Hoeveel handtekeningen staan erop?"), min_value=1, max_value=MOST
    )
    aantal_wijk = NumberField(
        label=gettext_lazy("Hoeveel daarvan wonen in de wijk?"), min_value=0, max_value=MOST
    )
    opgehaald_op = DateField(label=gettext_lazy("Wanneer is de lijst opgehaald?"))
    scan = CleanImageFormField(label=gettext_lazy("Foto of scan van de lijst"))
    use_required_attribute = False

    def clean_opgehaald_op(self) -> Any:
        day = self.cleaned_data["opgehaald_op"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if (told.get("aantal_wijk") or 0) > (told.get("aantal") or MOST):
            self.add_error("aantal_wijk", _("Dit kan niet meer zijn dan het hele aantal."))
        return told


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """The numbers and the lists; a POST adds a list."""
    initiatief = the_initiative(request, pk, CHANGE if request.method == "POST" else VIEW)
    sent = request.method == "POST"
    form = PapierForm(request.POST, request.FILES) if sent else PapierForm()
    if sent and form.is_valid():
        add(initiatief, form.cleaned_data, request.user)
        messages.success(request, _("De lijst telt mee."))
        return redirect("initiatiefsteun:overzicht", pk)
    return _show(request, initiatief, form)


@transaction.atomic
def add(initiatief: Initiatief, told: dict[str, Any], door: Any) -> Papierlijst:
    """Keep a list, and count it."""
    Initiatief.objects.locked(initiatief.pk)
    scan = told["scan"]
    lijst = Papierlijst(
        initiatief=initiatief,
        door=door,
        **{name: told[name] for name in ("aantal", "aantal_wijk", "opgehaald_op")},
    )
    scan.seek(0)
    lijst.scan.save(scan.name, scan, save=False)
    lijst.save()
    recount(initiatief.pk)
    return lijst


@never_cache
@require_safe
def scan(request: HttpRequest, pk: int, lijst_id: int) -> HttpResponseBase:
    """The picture, with its names: for who may know who they are (R-04)."""
    lijst = _the_list(the_initiative(request, pk, CONTACT), lijst_id)
    return scans.answer(lijst)


@never_cache
@require_POST
def remove(request: HttpRequest, pk: int, lijst_id: int) -> HttpResponse:
    """It was a mistake: the list and its picture go, and it counts no more."""
    initiatief = the_initiative(request, pk, CHANGE)
    with transaction.atomic():
        _the_list(initiatief, lijst_id).delete()
        recount(initiatief.pk)
    messages.success(request, _("De lijst is weg."))
    return redirect("initiatiefsteun:overzicht", pk)


def _the_list(initiatief: Initiatief, pk: int) -> Papierlijst:
    found: Papierlijst | None = Papierlijst.objects.filter(initiatief=initiatief, pk=pk).first()
    if found is None:
        raise Http404
    return found


def _show(request: HttpRequest, initiatief: Initiatief, form: PapierForm) -> HttpResponse:
    followers = Volger.objects.filter(initiatief=initiatief).exclude(bevestigd_op=None)
    context = {
        "initiatief": initiatief,
        "form": form,
        "lijsten": Papierlijst.objects.filter(initiatief=initiatief).order_by("-opgehaald_op"),
        "volgers": followers.count(),
        "may_change": may(request.user, initiatief.wijk_id, CHANGE),
        "may_contact": may(request.user, initiatief.wijk_id, CONTACT),
        **frame_of(initiatief, _("Steun en volgers")),
    }
    return render(request, "initiatieven/steun/team.html", context)
