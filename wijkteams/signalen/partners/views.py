"""The team's screens: pass a signal on, check an answer, take it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from wijkteams.row_access import may
from wijkteams.signalen.models import Doorzending, Melder, Signaal
from wijkteams.signalen.partners import services
from wijkteams.signalen.partners.forms import DoorzetForm, NakijkForm
from wijkteams.signalen.services import StaleError
from wijkteams.signalen.werk.access import CHANGE, CONTACT, note_look, the_signal
from wijkteams.signalen.werk.frame import frame_of


@never_cache
@require_http_methods(["GET", "POST"])
def pass_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a partner, and see exactly what they get."""
    signaal = the_signal(request, pk, CHANGE)
    note_look(request.user, signaal)
    if signaal.is_gesloten or signaal.samengevoegd_in_id:
        messages.error(request, _("Dit signaal is klaar. Heropen het eerst."))
        return redirect("signalen:een", pk)
    contact = _contact(request, signaal)
    form = DoorzetForm(request.POST or None, signaal=signaal, may_contact=contact is not None)
    if request.method == "POST" and form.is_valid():
        try:
            made = _passed_on(request, pk, form)
        except StaleError:
            form.add_error(None, _stale())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _told(made))
            return redirect("signalen:een", pk)
    context = {
        "signaal": signaal,
        "form": form,
        "contact": contact,
        "fotos": signaal.fotos.count(),
        **frame_of(signaal, _("Zet door naar een partner")),
    }
    return render(request, "signalen/beheer/doorzetten.html", context)


def _passed_on(request: HttpRequest, pk: int, form: DoorzetForm) -> Doorzending:
    user: Any = request.user
    doorzending = Doorzending(signaal_id=pk, door=user, **form.letter)
    told = form.cleaned_data
    return services.pass_on(doorzending, openbare_zin=told["openbare_zin"], seen=told["seen"])


def _contact(request: HttpRequest, signaal: Signaal) -> Melder | None:
    """Who told it, if this volunteer may know."""
    if not may(request.user, signaal.wijk_id, CONTACT):
        return None
    return Melder.objects.filter(signaal=signaal).first()


def _told(made: Doorzending) -> str:
    if made.weg == Doorzending.Weg.MAIL:
        return _("Verstuurd aan %(naam)s. Het antwoord zie je bij het signaal.") % {
            "naam": made.organisatie
        }
    return _("Opgeschreven.")


def _stale() -> str:
    return _("Iemand anders veranderde dit signaal net. Kijk eerst wat er nu staat.")


@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Read an answer (or write down what was said), and make a step of it."""
    doorzending = _the_one(request, pk)
    signaal = doorzending.signaal
    note_look(request.user, signaal)
    form = NakijkForm(request.POST or None, doorzending=doorzending)
    if request.method == "POST" and form.is_valid():
        try:
            services.check(pk, door=request.user, **form.cleaned_data)
        except StaleError:
            form.add_error(None, _stale())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Verwerkt: het staat nu bij het signaal."))
            return redirect("signalen:een", signaal.pk)
    title = _("Antwoord nakijken")
    context = {"doorzending": doorzending, "signaal": signaal, "form": form}
    return render(
        request, "signalen/beheer/partner_nakijken.html", context | frame_of(signaal, title)
    )


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The link of the partner opens nothing any more."""
    doorzending = _the_one(request, pk)
    try:
        services.withdraw(pk)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Ingetrokken: de link van de partner werkt niet meer."))
    return redirect("signalen:een", doorzending.signaal_id)


def _the_one(request: HttpRequest, pk: int) -> Doorzending:
    rows: Any = Doorzending.objects.select_related("organisatie")
    found: Doorzending | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.signaal = the_signal(request, found.signaal_id, CHANGE)
    return found
