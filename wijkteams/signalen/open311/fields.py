"""What other programs see of a signal: nothing that is not on the site for all (rule R-41).

Only columns that are named here are read; of a limited signal its own words are not among what
goes out. Never who told it, the exact place, a note of the team, or a photo nobody looked at.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from core.absolute import absolute
from wijkteams.signalen.models import GESLOTEN, Categorie, Klasse, Opvolging, Signaal, SignaalFoto
from wijkteams.signalen.models.choices import Staat

EXTENDED = {
    Staat.NIEUW: "OPEN",
    Staat.BEKEKEN: "INVESTIGATING",
    Staat.BESPROKEN: "PLANNED",
    Staat.DOORGEZET: "INTERNAL_REFERRAL",
    Staat.OPGEPAKT: "IN_PROGRESS",
    Staat.OPGELOST: "FIXED",
    Staat.GEEN_ACTIE: "NO_FURTHER_ACTION",
    Staat.HEROPEND: "OPEN",
}
"The finer states that mySociety added to the standard, for each of ours."
COLUMNS = (
    *("code", "klasse", "staat", "titel", "tekst", "hele_wijk", "aantal_mee"),
    *("openbaar_plaats", "openbaar_latitude", "openbaar_longitude"),
    *("gemeld_op", "bijgewerkt_op", "gesloten_op"),
    *("categorie__name", "categorie__slug", "wijk__name", "wijk__slug"),
)
Row = dict[str, Any]


def service(categorie: Categorie) -> Row:
    """A category, as a program can choose it."""
    return {
        "service_code": categorie.slug,
        "service_name": categorie.name,
        "description": categorie.uitleg,
        "metadata": False,
        "type": "realtime",
        "keywords": "",
        "group": "",
    }


def requests(rows: QuerySet[Signaal], *, extended: bool) -> list[Row]:
    """Public signals, in two queries however many there are."""
    steps = Opvolging.objects.voor_iedereen().filter(signaal=OuterRef("pk"))
    said = steps.exclude(openbare_zin="").order_by("-wanneer", "-pk").values("openbare_zin")
    photos = SignaalFoto.objects.filter(signaal=OuterRef("pk"), is_openbaar=True).order_by("pk")
    found = rows.annotate(said=Subquery(said[:1]), foto=Subquery(photos.values("code")[:1])).values(
        *COLUMNS, "said", "foto"
    )
    address = photo_address()
    return [_request(row, address, extended=extended) for row in found]


def _request(row: Row, address: str, *, extended: bool) -> Row:
    is_open = row["klasse"] == Klasse.OPENBAAR
    closed = row["staat"] in GESLOTEN
    found = {
        "service_request_id": row["code"],
        "status": "closed" if closed else "open",
        "status_notes": row["said"] or "",
        "service_name": row["categorie__name"],
        "service_code": row["categorie__slug"],
        "description": _own_words(row) if is_open else _limited(row),
        "agency_responsible": None,
        "service_notice": None,
        "requested_datetime": w3(row["gemeld_op"]),
        "updated_datetime": w3((closed and row["gesloten_op"]) or row["bijgewerkt_op"]),
        "expected_datetime": None,
        "address": ", ".join(filter(None, (row["openbaar_plaats"], row["wijk__name"]))),
        "address_id": None,
        "zipcode": None,
        "lat": row["openbaar_latitude"],
        "long": row["openbaar_longitude"],
        "media_url": address.replace(NO_CODE, row["foto"]) if is_open and row["foto"] else None,
    }
    if extended:
        found["extended_attributes"] = _more(row)
    return found


def _more(row: Row) -> Row:
    return {
        "status": EXTENDED[row["staat"]],
        "state": row["staat"],
        "state_name": str(Staat(row["staat"]).label),
        "jurisdiction_id": row["wijk__slug"],
        "whole_jurisdiction": row["hele_wijk"],
        "supporters": row["aantal_mee"],
    }


def _own_words(row: Row) -> str:
    return "\n\n".join(filter(None, (row["titel"], row["tekst"])))[:4000]


def _limited(row: Row) -> str:
    place = row["openbaar_plaats"] or row["wijk__name"]
    return _("%(category)s bij %(place)s") % {"category": row["categorie__name"], "place": place}


def updates(rows: QuerySet[Opvolging]) -> list[Row]:
    """Public steps, as mySociety's extension 'service request updates' has them."""
    wanted = ("pk", "signaal__code", "naar", "openbare_zin", "wanneer")
    return [
        {
            "update_id": str(pk),
            "service_request_id": code,
            "status": EXTENDED[Staat(naar)],
            "updated_datetime": w3(wanneer),
            "description": zin,
            "media_url": None,
        }
        for pk, code, naar, zin, wanneer in rows.values_list(*wanted)
    ]


NO_CODE = "0" * 32


def photo_address() -> str:
    """The whole address of a photo with a code of only noughts; '' when photos are not shown."""
    try:
        return absolute(reverse("signaal_foto", kwargs={"code": NO_CODE}))
    except NoReverseMatch:
        return ""


def w3(moment: datetime) -> str:
    """A moment as the standard wants it, with its zone."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
