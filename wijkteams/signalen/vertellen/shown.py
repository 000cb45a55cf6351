"""How other public signals are shown, so that who has the same recognises it (need 20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from wijkteams.signalen.models import Signaal, SignaalFoto


@dataclass(frozen=True)
class Card:
    """A public signal in a few words; of a limited one nothing that its teller wrote."""

    titel: str
    plaats: str
    afstand: str
    staat: str
    is_klaar: bool
    gemeld_op: datetime
    aantal_mee: int
    foto_url: str
    url: str
    "Where somebody says that they have it too."


def cards(signalen: Iterable[Signaal]) -> list[Card]:
    """In the same order, with one question for all pictures."""
    signalen = list(signalen)
    open_ones = [one.pk for one in signalen if one.toont_tekst]
    fotos: dict[int, SignaalFoto] = {}
    for foto in SignaalFoto.objects.filter(signaal__in=open_ones, is_openbaar=True):
        fotos.setdefault(foto.signaal_id, foto)
    return [_card(one, fotos.get(one.pk)) for one in signalen]


def title_of(signaal: Signaal) -> str:
    """What all may read on top: own words of a public one, else what it is about and where."""
    if signaal.toont_tekst:
        return signaal.titel
    place = place_of(signaal)
    if not place:
        return signaal.categorie.name
    return _("%(category)s bij %(place)s") % {"category": signaal.categorie.name, "place": place}


def place_of(signaal: Signaal) -> str:
    """Its place in words that all may read: of a limited one no more than its neighbourhood."""
    return signaal.openbaar_plaats or (signaal.buurt.name if signaal.buurt else "")


def _card(signaal: Signaal, foto: SignaalFoto | None) -> Card:
    return Card(
        titel=title_of(signaal),
        plaats=place_of(signaal) if signaal.toont_tekst else "",
        afstand=_in_words(getattr(signaal, "metres", None)),
        staat=str(signaal.get_staat_display()),
        is_klaar=signaal.is_gesloten,
        gemeld_op=signaal.gemeld_op,
        aantal_mee=signaal.aantal_mee,
        foto_url=_photo_url(foto),
        url=reverse("signaal_ook", args=[signaal.code]),
    )


def _photo_url(foto: SignaalFoto | None) -> str:
    if foto is None:
        return ""
    try:
        return reverse("signaal_foto", args=[foto.code])
    except NoReverseMatch:
        return ""


def _in_words(metres: float | None) -> str:
    if metres is None:
        return ""
    if metres < 20:
        return _("op deze plek")
    near = round(metres / 10) * 10 if metres < 100 else round(metres / 50) * 50
    return _("%(metres)s meter verder") % {"metres": near}
