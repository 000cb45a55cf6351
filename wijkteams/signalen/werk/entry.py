"""'Schrijf op wat iemand vertelt': what is open already comes first, then the form (G12)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from wijkteams.maps.plattegrond import plattegrond_of
from wijkteams.models import Wijk
from wijkteams.models.wijk import ENDED
from wijkteams.row_access import demand, within
from wijkteams.signalen import fotos, services
from wijkteams.signalen.merging import recount
from wijkteams.signalen.models import Medemelder, Openbaarheid, Signaal
from wijkteams.signalen.vertellen.mails import ask_to_confirm
from wijkteams.signalen.vertellen.wards import buurt_at
from wijkteams.signalen.werk.access import ADD, the_signal
from wijkteams.signalen.werk.drawing import map_of
from wijkteams.signalen.werk.entry_form import OpschrijfForm
from wijkteams.signalen.werk.filters import words_in
from wijkteams.signalen.werk.frame import frame
from wijkteams.signalen.werk.queue import lines_of

OPEN_SHOWN = 12
TWICE = timedelta(minutes=5)
"The same words by the same volunteer within this time are one signal, sent twice."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """For which ward; what is open there; and the form."""
    demand(request, ADD)
    wards = list(Wijk.objects.filter(within(request.user, ADD, "pk")).exclude(status__in=ENDED))
    wijk = _ward(request, wards)
    if wijk is None:
        context = {"wards": wards, **frame(_("Opschrijven voor een ander"))}
        return render(request, "signalen/beheer/nieuw_wijk.html", context)
    ground = plattegrond_of(wijk.pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = OpschrijfForm(*sent, wijk=wijk, ground=ground)
    if form.is_valid():
        return _kept(request, _keep(form, request.user))
    return _screen(request, wijk, form, many=len(wards) > 1)


def _screen(request: HttpRequest, wijk: Wijk, form: OpschrijfForm, *, many: bool) -> HttpResponse:
    asked = request.GET.get("q", "").strip()[:100]
    rows = Signaal.objects.visible_to(request.user).open()  # type: ignore[arg-type]
    rows = rows.filter(words_in(asked), wijk=wijk, samengevoegd_in=None)
    shown = rows.select_related("wijk", "categorie", "toegewezen_aan")[:OPEN_SHOWN]
    context = {
        "wijk": wijk,
        "many": many,
        "asked": asked,
        "form": form,
        "map": map_of(wijk.pk, rows),
        "lines": lines_of(shown),
        **frame(_("Opschrijven voor een ander")),
    }
    status = 422 if form.is_bound else 200
    return render(request, "signalen/beheer/nieuw.html", context, status=status)


def _ward(request: HttpRequest, wards: list[Wijk]) -> Wijk | None:
    """The ward that was asked for, or the only one; None when there is a choice to make."""
    asked = request.GET.get("wijk", "")
    if asked:
        found = next((one for one in wards if one.slug == asked), None)
        if found is None:
            raise PermissionDenied
        return found
    return wards[0] if len(wards) == 1 else None


@transaction.atomic
def _keep(form: OpschrijfForm, by: Any) -> Signaal:
    signaal = form.signaal(by=by)
    before = Signaal.objects.filter(
        ingevoerd_door=by,
        wijk=signaal.wijk,
        titel=signaal.titel,
        tekst=signaal.tekst,
        gemeld_op__gt=timezone.now() - TWICE,
    ).first()
    if before is not None:
        return before
    if signaal.latitude is not None and signaal.longitude is not None:
        signaal.buurt = buurt_at(signaal.wijk, signaal.latitude, signaal.longitude)
    melder = form.melder()
    services.tell(signaal, melder=melder)
    if melder is not None and melder.email:
        ask_to_confirm(melder)  # no step is mailed to an address that nobody said yes for
    if form.cleaned_data["foto"]:
        fotos.store(signaal, form.cleaned_data["foto"].read())
    if form.cleaned_data["op_site"] and not signaal.is_vertrouwelijk:
        signaal = services.show(signaal.pk, Openbaarheid.OPENBAAR)
    return signaal


def _kept(request: HttpRequest, signaal: Signaal) -> HttpResponse:
    text = _("Opgeschreven onder nummer %(code)s. Geef dat nummer door aan wie het vertelde.")
    messages.success(request, text % {"code": signaal.code})
    own = Signaal.objects.visible_to(request.user)  # type: ignore[arg-type]
    if not own.filter(pk=signaal.pk).exists():
        messages.info(request, _("Het is vertrouwelijk: alleen de kleinere groep ziet het."))
        return redirect("signalen:index")
    return redirect("signalen:een", signaal.pk)


@require_POST
def me_too(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody tells what is open already: one more who has it too, without a name."""
    signaal = the_signal(request, pk, ADD)
    with transaction.atomic():
        locked = Signaal.objects.locked(pk)
        Medemelder.objects.create(signaal=locked)
        recount(pk)
        locked.refresh_from_db()
        services.touch(locked)
    messages.success(request, _("Meegeteld bij ‘%(titel)s’.") % {"titel": signaal.titel})
    return redirect("signalen:een", pk)
