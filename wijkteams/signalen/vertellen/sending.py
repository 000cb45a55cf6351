"""Reading over, and sending: one signal, whatever is clicked twice."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.turns import own_turn
from wijkteams.models import Wijk
from wijkteams.signalen import services, tokens
from wijkteams.signalen.models import Categorie, Melder, Openbaarheid, Signaal
from wijkteams.signalen.vertellen import brakes, concept, guard, mails, photos
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.telling import Telling, telling_of, url_of
from wijkteams.signalen.vertellen.wards import buurt_at, buurt_named


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def nakijken(request: HttpRequest) -> HttpResponse:
    """All that was told; a POST sends it."""
    telling = telling_of(request)
    if telling is None:
        return _sent_before(request)
    missing = telling.first_missing()
    if missing is not None:
        return redirect(url_of(missing))
    if request.method == "POST":
        return _send(request, telling)
    return _show(request, telling)


def _show(request: HttpRequest, telling: Telling, status: int = 200) -> HttpResponse:
    draft, categorie = telling.draft, telling.categorie
    asks = bool(categorie and not categorie.is_vertrouwelijk)
    return show(
        request,
        "nakijken",
        _("Klopt het zo?"),
        wijk=telling.wijk,
        status=status,
        draft=draft,
        categorie=categorie,
        fotos=photos.there(telling.half),
        doubts=guard.words_for(draft.titel, draft.tekst) if asks else [],
        back_url=url_of("contact"),
    )


def _send(request: HttpRequest, telling: Telling) -> HttpResponse:
    if timezone.now().timestamp() - telling.draft.begonnen < brakes.FASTEST:
        messages.warning(
            request, _("Dat ging wel heel snel. Kijk het na en verstuur nog een keer.")
        )
        return _show(request, telling, status=429)
    if not brakes.SENT.allows_one_more(request):
        return too_many_requests(request, seconds=brakes.HOUR)
    with own_turn(), transaction.atomic():
        held = telling_of(request, held=True)
        if held is None or held.first_missing() is not None:
            return _sent_before(request)
        signaal = make(held)
        if not brakes.EQUAL.allows_one_more(request, brakes.sameness(signaal)):
            return show(request, "al_verteld", _("Dit weten wij al"), wijk=held.wijk)
        melder = _store(held, signaal)
    return redirect(f"{status_url(melder)}?bedankt")


def _store(telling: Telling, signaal: Signaal) -> Melder:
    """In one transaction: the signal is there with its pictures and mail, the concept is gone."""
    draft = telling.draft
    melder = Melder(
        code=concept.code_of_teller(telling.half.token),
        name=draft.name,
        email=draft.email,
        phone=draft.phone,
        volgt=bool(draft.email),
    )
    services.tell(signaal, melder=melder)
    photos.move_to(signaal, telling.half)
    if draft.email:
        mails.ask_to_confirm(melder)
    telling.half.row.delete()
    return melder


def make(telling: Telling) -> Signaal:
    """The signal of a concept that misses nothing; not yet stored."""
    draft = telling.draft
    wijk, categorie = _sure(telling)
    longitude, latitude = draft.plek or (None, None)
    buurt = None
    if latitude is not None and longitude is not None:
        buurt = buurt_at(wijk, latitude, longitude)
    elif draft.waar:
        buurt = buurt_named(wijk, draft.waar)
    return Signaal(
        wijk=wijk,
        buurt=buurt,
        categorie=categorie,
        titel=draft.titel,
        tekst=draft.tekst,
        language=get_language() or "nl",
        latitude=latitude,
        longitude=longitude,
        plaats_tekst=draft.waar,
        hele_wijk=draft.hele_wijk,
        citaat=draft.citaat,
        openbaarheid=Openbaarheid.WACHT,
    )


def _sure(telling: Telling) -> tuple[Wijk, Categorie]:
    if telling.wijk is None or telling.categorie is None:
        raise ValueError("not all was told")
    return telling.wijk, telling.categorie


def _sent_before(request: HttpRequest) -> HttpResponse:
    """A second click finds nothing to send: it was one signal, and that is what it shows."""
    token = concept.secret_of(request)
    melder = Melder.objects.filter(code=concept.code_of_teller(token)).first() if token else None
    if melder is None:
        return redirect("signaal_nieuw")
    return redirect(f"{status_url(melder)}?bedankt")


def status_url(melder: Melder) -> str:
    """The secret address where somebody sees what becomes of their signal."""
    return reverse("signaal_mijn", args=[tokens.make(tokens.STATUS, melder.code)])
