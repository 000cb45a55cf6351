"""What the page of a survey shows of its results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from enquetes.models import Citaat, Enquete, EnquetePage, Uitslag
from enquetes.uitslag.figures import Cijfers, shown
from enquetes.uitslag.kaart import map_of
from enquetes.uitslag.seen import Gezien, Words, seen
from enquetes.uitslag.visibility import is_public
from enquetes.vragen import Soort, Vragenlijst
from enquetes.vragen.nummers import nummers
from enquetes.vragen.talen import vragenlijst_in

PART = "deel"
"The part that is asked for, in the address."
MOST_QUOTES = 100


def results_context(page: EnquetePage, request: HttpRequest) -> dict[str, Any]:
    """What `enquetes/uitslag/uitslag.html` needs, under 'uitslag'; {} when nothing may be seen.

    It does not look at who asks: a page is the same for everybody.
    """
    if getattr(request, "is_preview", False):
        return {}
    enquete = Enquete.objects.of_page(page).select_related("vorige").first()
    if enquete is None or not is_public(enquete):
        return {}
    return shown_results(enquete, request)


def shown_results(enquete: Enquete, request: HttpRequest) -> dict[str, Any]:
    """The same for who may see the results, whoever that is: {} when there are no figures."""
    uitslag = Uitslag.objects.filter(enquete=enquete).defer("tellingen").first()
    cijfers = shown(uitslag, enquete) if uitslag else {}
    if not cijfers.get("vragen"):
        return {}
    return {"uitslag": drawn(enquete, cijfers, request.GET.get(PART, ""))}


def drawn(enquete: Enquete, cijfers: Cijfers, part: str = "") -> dict[str, Any]:
    """These figures, of everybody or of one part, in the language of the reader."""
    versie = enquete.versie
    asked = vragenlijst_in(versie, get_language() or "").vragenlijst if versie else Vragenlijst()
    words, numbers = Words(asked), nummers(asked)
    parts = {short(key): key for key in cijfers["gefilterd"]}
    key = parts.get(part, "")
    figures = cijfers["gefilterd"][key]["vragen"] if key else cijfers["vragen"]
    before = {} if key else _before(enquete)
    found = [seen(one, words, numbers.get(one["id"]), before.get(one["id"])) for one in figures]
    return {
        "aantal": cijfers["aantal"],
        "op": date.fromisoformat(cijfers["op"]),
        "drempel": cijfers["drempel"],
        "kanalen": [one for one in cijfers["kanalen"] if one["aantal"] is not None],
        "filters": list(_filters(cijfers, words, key)),
        "deel": _named(cijfers, words, key),
        "deel_aantal": cijfers["gefilterd"][key]["aantal"] if key else None,
        "vragen": _completed(enquete, found, {one["id"]: one for one in figures}, whole=not key),
        "vorige": enquete.vorige if before else None,
        "csv_url": reverse("enquete_cijfers", args=[enquete.code]) if is_public(enquete) else "",
    }


def short(key: str) -> str:
    """A part in the address of the page: short, and the same as long as its questions are."""
    return blake2b(key.encode(), digest_size=5).hexdigest()


def _completed(
    enquete: Enquete, found: list[Gezien], figures: Mapping[str, Any], *, whole: bool
) -> list[Gezien]:
    """With what people wrote and where they pointed, which is of everybody only."""
    if not whole:
        return found
    quotes: dict[str, list[str]] = {}
    rows = Citaat.objects.filter(enquete=enquete, status=Citaat.Status.TONEN).exclude(tekst="")
    for vraag, tekst in rows.order_by("tekst").values_list("vraag", "tekst"):
        quotes.setdefault(vraag.partition(":")[0], []).append(tekst)
    return [
        replace(
            one,
            # A few people who wrote something would be found in a small ward.
            citaten=[] if figures[one.id]["reden"] else quotes.get(one.id, [])[:MOST_QUOTES],
            kaart=map_of(enquete, figures[one.id]["cellen"]) if one.soort == Soort.KAART else None,
        )
        for one in found
    ]


def _before(enquete: Enquete) -> dict[str, Any]:
    """What everybody may see of the survey with which this one is compared."""
    if enquete.vorige is None or not is_public(enquete.vorige):
        return {}
    uitslag = Uitslag.objects.filter(enquete=enquete.vorige).defer("tellingen").first()
    cijfers = shown(uitslag, enquete.vorige) if uitslag else {}
    return {one["id"]: one for one in cijfers.get("vragen", ())}


def _chosen(key: str) -> dict[str, str]:
    return dict(one.split("=", 1) for one in key.split("&")) if key else {}


def _filters(cijfers: Cijfers, words: Words, key: str) -> Iterable[dict[str, Any]]:
    """Links to each part; together with the part that is chosen already where that can be seen."""
    chosen = _chosen(key)
    for one in cijfers["filters"]:
        others = {name: value for name, value in chosen.items() if name != one["id"]}
        chips = [_chip(cijfers, others, _("Iedereen"), current=one["id"] not in chosen)]
        for value in one["waarden"]:
            together = {
                each["id"]: (others | {one["id"]: value["id"]})[each["id"]]
                for each in cijfers["filters"]
                if each["id"] in others or each["id"] == one["id"]
            }
            if _key(together) not in cijfers["gefilterd"]:
                together = {one["id"]: value["id"]}
            text = words.cel({"id": one["id"], "soort": ""}, value)
            if _key(together) in cijfers["gefilterd"]:
                current = chosen.get(one["id"]) == value["id"]
                chips.append(_chip(cijfers, together, text, current=current))
        yield {"text": words.vraag(one), "chips": chips}


def _chip(cijfers: Cijfers, chosen: dict[str, str], text: str, *, current: bool) -> dict[str, Any]:
    key = _key(chosen)
    known = key in cijfers["gefilterd"]
    url = f"?{urlencode({PART: short(key)})}#uitslag" if known else "?#uitslag"
    return {"words": text, "url": url, "current": current}


def _key(chosen: dict[str, str]) -> str:
    return "&".join(f"{name}={value}" for name, value in chosen.items())


def _named(cijfers: Cijfers, words: Words, key: str) -> str:
    chosen = _chosen(key)
    named = [
        words.cel({"id": one["id"], "soort": ""}, value)
        for one in cijfers["filters"]
        for value in one["waarden"]
        if chosen.get(one["id"]) == value["id"]
    ]
    return ", ".join(named)
