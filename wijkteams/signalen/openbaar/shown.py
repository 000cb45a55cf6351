"""A signal as all may see it: the one place that turns a row into public words (R-41, G4, G5).

Lists, the page, maps, feeds, mails and files of others are made from `Publiek` only. It has no
field for who told it, for the exact place, or for words that only the team may read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkteams.signalen.models import GESLOTEN, Signaal, Staat
from wijkteams.signalen.openbaar.links import section_urls, signal_url

FIELDS = (
    "pk",
    "code",
    "klasse",
    "staat",
    "openbaarheid",
    "titel",
    "tekst",
    "language",
    "hele_wijk",
    "openbaar_latitude",
    "openbaar_longitude",
    "openbaar_plaats",
    "samengevoegd_in",
    "aantal_mee",
    "gemeld_op",
    "bijgewerkt_op",
    "gesloten_op",
    "wijk__slug",
    "wijk__name",
    "wijk__palette",
    "buurt__name",
    "categorie__name",
    "categorie__slug",
)
"What is read of it: what is not public does not even leave the database."
TONES = {Staat.OPGELOST: "good", Staat.GEEN_ACTIE: "quiet"}
"What it means to a reader (templates/components/status.html); all others: it is being done."


@dataclass(frozen=True)
class Label:
    """How far it is, in words."""

    words: str
    tone: str


@dataclass(frozen=True)
class Publiek:
    """What all may know of one signal."""

    code: str
    title: str
    text: str
    "Empty for a limited one: its own words are for the team."
    language: str
    "Of its own words; empty where the title is ours."
    categorie: str
    service: str
    "The slug of its category."
    wijk: str
    wijk_slug: str
    palette: str
    place: str
    latitude: float | None
    longitude: float | None
    staat: str
    label: Label
    also: int
    told: datetime
    changed: datetime
    closed: datetime | None
    url: str
    photo: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether the team is ready with it."""
        return self.staat in GESLOTEN


def shown(signaal: Signaal, *, url: str | None = None, photo: str = "") -> Publiek:
    """What all may know of a public signal. Raises ValueError for one that is not public.

    `url`: the address of its page, where the caller knows it.
    """
    if not signaal.is_openbaar:
        raise ValueError(signaal.pk)
    return Publiek(
        **_words(signaal),
        **_place(signaal),
        code=signaal.code,
        staat=signaal.staat,
        label=label_of(signaal.staat),
        also=signaal.aantal_mee,
        told=signaal.gemeld_op,
        changed=signaal.bijgewerkt_op,
        closed=signaal.gesloten_op,
        url=signal_url(signaal) if url is None else url,
        photo=photo if signaal.toont_tekst else "",
    )


def _words(signaal: Signaal) -> dict[str, Any]:
    """Its own words where all may read them, else ours."""
    about = {"categorie": signaal.categorie.name, "service": signaal.categorie.slug}
    if not signaal.toont_tekst:
        return {**about, "title": our_title(signaal), "text": "", "language": ""}
    own = {"title": signaal.titel, "text": signaal.tekst, "language": signaal.language}
    return {**about, **own}


def _place(signaal: Signaal) -> dict[str, Any]:
    """Where it is, as far as all may know (requirement G5)."""
    wijk = signaal.wijk
    return {
        "wijk": wijk.name,
        "wijk_slug": wijk.slug,
        "palette": wijk.palette,
        "place": place_of(signaal),
        "latitude": signaal.openbaar_latitude,
        "longitude": signaal.openbaar_longitude,
    }


def label_of(staat: str) -> Label:
    """How far it is, in words."""
    known = Staat(staat)
    return Label(str(known.label), TONES.get(known, "full"))


def our_title(signaal: Signaal) -> str:
    """The title of a limited signal: not one word of who told it, but where (requirement G4)."""
    words = {"categorie": signaal.categorie.name, "plaats": place_of(signaal)}
    if signaal.hele_wijk:
        return _("%(categorie)s in heel %(wijk)s") % {**words, "wijk": signaal.wijk.name}
    if signaal.openbaar_plaats:
        return _("%(categorie)s bij %(plaats)s") % words
    return _("%(categorie)s in %(plaats)s") % words


def place_of(signaal: Signaal) -> str:
    """Where it is, in words: never with the number of a house (requirement G5)."""
    if signaal.hele_wijk:
        return _("De hele wijk")
    return signaal.openbaar_plaats or (signaal.buurt.name if signaal.buurt else signaal.wijk.name)


def photo_url(code: str, *, small: bool = False) -> str:
    """The address of an approved photo."""
    url = reverse("signaal_foto", args=[code])
    return f"{url}?klein" if small else url


def shown_all(
    rows: Iterable[Signaal], *, urls: Mapping[int | None, str] | None = None, photos: bool = True
) -> list[Publiek]:
    """Many at once; two more questions, for all of them: where they are, and their photos.

    `urls`: the addresses of the lists of their wards, where the caller knows them.
    """
    from wijkteams.signalen.openbaar.photos import first_photos

    rows = list(rows)
    urls = section_urls(row.wijk_id for row in rows) if urls is None else urls
    first = first_photos(row.pk for row in rows if row.toont_tekst) if photos else {}
    return [
        shown(row, url=f"{urls[row.wijk_id]}{row.code}/", photo=first.get(row.pk, ""))
        for row in rows
        if row.wijk_id in urls
    ]
