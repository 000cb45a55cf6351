"""A signal that a program tells. It waits for a look of the team before anybody sees it."""

from __future__ import annotations

import re
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.mail.addresses import clean as clean_address
from core.security.bsn import holds_bsn
from core.turns import own_turn
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Melder, Open311Sleutel, Signaal
from wijkteams.signalen.open311 import asked, photos, reading
from wijkteams.signalen.open311.answers import RefusedError
from wijkteams.signalen.open311.keys import key_of
from wijkteams.signalen.vertellen.mails import ask_to_confirm
from wijkteams.signalen.vertellen.wards import buurt_at, buurt_named, wards_at, wards_named

SENT_AGAIN = timedelta(hours=1)
"A program that heard no answer sends the same once more: that is one signal."
TITLE = 120
_END = re.compile(r"(?<=[.!?])\s|\n")
_BSN_IN = ("description", "address_string", "first_name", "last_name", "email", "phone")


def take(request: HttpRequest) -> Signaal:
    """Read what was sent, and tell it; or refuse it with the reason."""
    data = request.POST
    key = key_of(request, asked.text_of(data, "api_key", most=100))
    signaal = _signal(data, key)
    melder = _teller(data)
    _refuse_bsn(data)
    pictures = photos.pictures_of(request)
    link = asked.text_of(data, "media_url", most=500)
    with own_turn(), transaction.atomic():
        # Of two that are sent at once with one key, the second waits and finds the first.
        Open311Sleutel.objects.select_for_update(of=("self",)).get(pk=key.pk)
        again = _sent_before(signaal)
        if again is not None:
            return again
        services.tell(signaal, melder=melder)
        note = _("Kwam binnen van een ander programma: %(name)s.") % {"name": key.name}
        services.step(signaal.pk, signaal.staat, interne_notitie=note)
        photos.keep(signaal, pictures)
        if melder is not None and melder.email:
            ask_to_confirm(melder)
        if link:
            photos.fetch_later(signaal, link)
    return signaal


def _signal(data: QueryDict, key: Open311Sleutel) -> Signaal:
    text = asked.text_of(data, "description")
    address = asked.text_of(data, "address_string", most=200)
    place = _place(data)
    wijk = _ward(data, key, place, address)
    code = asked.text_of(data, "service_code", most=200)
    categorie = reading.category(data, wijk, code)
    if not text:
        raise RefusedError(400, "description was not provided")
    if place is None and not address:
        raise RefusedError(400, "lat and long, or address_string, were not provided")
    return Signaal(
        wijk=wijk,
        buurt=buurt_at(wijk, *place) if place else buurt_named(wijk, address),
        categorie=categorie,
        titel=_title(text),
        tekst=text,
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        plaats_tekst=address,
    )


def _place(data: QueryDict) -> tuple[float, float] | None:
    latitude = asked.coordinate_of(data, "lat", 90)
    longitude = asked.coordinate_of(data, "long", 180)
    if (latitude is None) != (longitude is None):
        raise RefusedError(400, "lat and long must both be provided")
    return None if latitude is None or longitude is None else (latitude, longitude)


def _ward(
    data: QueryDict, key: Open311Sleutel, place: tuple[float, float] | None, address: str
) -> Wijk:
    """The ward that was named, that of the key, or that of the place. They may not differ."""
    named = asked.wijk_of(data)
    if key.wijk is not None and named not in (None, key.wijk):
        raise RefusedError(403, "api_key is not for this jurisdiction_id")
    wijk = named or key.wijk
    if place is not None:
        around = wards_at(*place, first=wijk)
        if (wijk is None and not around) or (wijk and wijk.boundary and wijk not in around):
            raise RefusedError(400, "lat and long lie outside the jurisdiction")
        return wijk or around[0]
    found = [wijk] if wijk else wards_named(address)
    if len(found) != 1:
        raise RefusedError(400, "jurisdiction_id was not provided")
    return found[0]


def _title(text: str) -> str:
    """The first sentence, as far as it fits."""
    return Truncator(_END.split(text, maxsplit=1)[0].strip()).chars(TITLE)


def _teller(data: QueryDict) -> Melder | None:
    parts = (asked.text_of(data, name, most=60) for name in ("first_name", "last_name"))
    name = " ".join(filter(None, parts))[:120]
    email = asked.text_of(data, "email", most=254)
    phone = asked.text_of(data, "phone", most=20)
    if email:
        try:
            email = clean_address(email)
        except ValidationError:
            raise RefusedError(400, "email is no e-mail address") from None
    return Melder(name=name, email=email, phone=phone) if name or email or phone else None


def _refuse_bsn(data: QueryDict) -> None:
    """A ward has no right to keep one (rule R-13)."""
    for name in _BSN_IN:
        if holds_bsn(str(data.get(name) or "")):
            raise RefusedError(400, f"{name} holds a citizen service number (BSN); leave it out")


def _sent_before(signaal: Signaal) -> Signaal | None:
    return Signaal.objects.filter(
        wijk=signaal.wijk,
        categorie=signaal.categorie,
        tekst=signaal.tekst,
        latitude=signaal.latitude,
        longitude=signaal.longitude,
        plaats_tekst=signaal.plaats_tekst,
        gemeld_op__gte=timezone.now() - SENT_AGAIN,
    ).first()
