"""The ward finder: from a postcode or a name to a ward, on our own database only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from wijkteams.finder_names import by_name
from wijkteams.finder_text import clean_query, plain, read_postcode
from wijkteams.wards import WardSlice, public_ward_pages, slice_of, ward_items

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.models import Locale

PER_PAGE = 60


@dataclass(frozen=True)
class Found:
    """What the reader gets: a part of the wards, and a word about them."""

    query: str
    wards: WardSlice
    message: str = ""
    only_url: str = ""
    "The address of the ward that was meant, when it can be but one."
    matched: bool = True


@dataclass(frozen=True)
class Hits:
    """Wards that match, by key with the reason why."""

    reasons: dict[int, str]
    message: str


def find_wards(raw: str, locale: Locale, request: HttpRequest, *, start: int = 0) -> Found:
    """The wards that a person means; all wards, with advice, when we do not know what is meant."""
    query = clean_query(raw)
    if query:
        hits = _hits(query, locale)
        if hits.reasons:
            return _found(query, hits, locale, request, start)
    wards = ward_items(locale, limit=PER_PAGE, request=request, start=start)
    message = _advice(query) if query else ""
    return Found(query, wards, message, matched=not query)


def _hits(query: str, locale: Locale) -> Hits:
    wanted = plain(query)
    postcode, letters = read_postcode(wanted)
    if postcode:
        return _by_postcode(postcode, letters)
    names = by_name(wanted, locale)
    if names.guessed:
        text = _("Wij vonden ‘%(query)s’ niet. Bedoelt u een van deze wijken?")
    else:
        text = _("Dit vonden wij bij ‘%(query)s’. Kies uw wijk.")
    return Hits(names.reasons, text % {"query": query})


def _by_postcode(digits: str, letters: str) -> Hits:
    """Wards by postcode; letters choose among wards that know their postcodes that precisely."""
    from wijkteams.models import Postcode

    rows = list(
        Postcode.objects.filter(postcode__startswith=digits).values_list("wijk_id", "postcode")
    )
    exact = [wijk for wijk, postcode in rows if postcode == digits + letters]
    whole = [wijk for wijk, postcode in rows if postcode == digits]
    everything = [wijk for wijk, _postcode in rows]
    found = (exact or whole or everything) if letters else everything
    text = _("Postcode %(postcode)s ligt in meer dan één wijk. Kies uw wijk.")
    return Hits(dict.fromkeys(found, ""), text % {"postcode": f"{digits} {letters}".strip()})


def wards_at(postcode: str) -> set[int]:
    """The wards in which a postcode lies, by key; where letters are not known, by its digits."""
    digits, letters = read_postcode(plain(postcode))
    return set(_by_postcode(digits, letters).reasons) if digits else set()


def _found(query: str, hits: Hits, locale: Locale, request: HttpRequest, start: int) -> Found:
    pages = public_ward_pages(locale).filter(wijk__in=hits.reasons)
    wards = slice_of(
        pages, locale, limit=PER_PAGE, request=request, start=start, reasons=hits.reasons
    )
    only = wards.items[0].url if wards.total == 1 and not start else ""
    return Found(query, wards, hits.message, only)


def _advice(query: str) -> str:
    postcode, letters = read_postcode(plain(query))
    if postcode:
        return _(
            "Bij postcode %(postcode)s kennen wij nog geen wijk. "
            "Kies een wijk bij u in de buurt uit de lijst."
        ) % {"postcode": f"{postcode} {letters}".strip()}
    return _(
        "Wij vonden geen wijk bij ‘%(query)s’. Probeer uw postcode, of kies uw wijk uit de lijst."
    ) % {"query": query}
