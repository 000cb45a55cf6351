"""What surveys keep about one person: to give to them, or to erase."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from core import page_cache
from core.mail.addresses import key_of
from core.privacy import Person
from enquetes.models import (
    Afzender,
    AntwoordFoto,
    Citaat,
    Deelname,
    Enquete,
    EnquetePage,
    Inzending,
    Panellid,
    Uitslagmail,
)
from enquetes.toegang.rights import panel_digests
from enquetes.vragen.lijst import Soort


def _sent(person: Person) -> QuerySet[Afzender]:
    found = Afzender.objects.filter(email__iexact=person.email)
    return found.select_related("inzending__versie__enquete")


def export_answers(person: Person) -> list[dict[str, Any]]:
    """Answers of who gave their name; nobody finds those of an anonymous survey."""
    return [
        {
            "enquête": row.inzending.versie.enquete.title,
            "naam": row.name,
            "e-mailadres": row.email,
            "dag": row.inzending.dag.isoformat(),
            "antwoorden": _in_words(row.inzending),
        }
        for row in _sent(person)
    ]


def _in_words(inzending: Inzending) -> dict[str, Any]:
    """Question and answer; choices by their texts."""
    questions = inzending.versie.vragenlijst.by_id
    found: dict[str, Any] = {}
    for key, value in inzending.antwoorden.items():
        vraag = questions.get(key.partition(":")[0])
        if vraag is None:
            continue
        texts = {one.id: one.text for one in (*vraag.opties, *vraag.rijen)}
        heading = vraag.text + (" (anders)" if ":" in key else "")
        found[heading] = _said(value, texts)
    return found


def _said(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_said(one, texts) for one in value]
    if isinstance(value, dict):
        return {texts.get(row, row): _said(one, texts) for row, one in value.items()}
    return texts.get(value, value) if isinstance(value, str) else value


def erase_answers(person: Person) -> int:
    """The answers themselves go, and their words on the site: they are of this person.

    What was counted of them stays.
    """
    ids = list(_sent(person).values_list("inzending", flat=True))
    _erase_quotes(ids)
    rows = Inzending.objects.filter(pk__in=ids).select_related("versie")
    for row in rows:
        keys = [row.antwoorden.get(one.id) for one in row.versie.vragenlijst.only(Soort.FOTO)]
        AntwoordFoto.objects.filter(pk__in=[key for key in keys if key]).delete()
    Inzending.objects.filter(pk__in=ids).delete()
    return len(ids)


def _erase_quotes(inzendingen: list[UUID]) -> None:
    quotes = Citaat.objects.filter(inzending__in=inzendingen)
    for enquete in Enquete.objects.filter(citaten__in=quotes).distinct():
        pages = EnquetePage.objects.filter(translation_key=enquete.translation_key)
        page_cache.drop(*(f"pagina:{pk}" for pk in pages.values_list("pk", flat=True)))
    quotes.delete()


def export_addresses(person: Person) -> list[dict[str, Any]]:
    """For which surveys they wait for the results."""
    rows = Uitslagmail.objects.filter(email__iexact=person.email).select_related("enquete")
    return [
        {"enquête": row.enquete.title, "e-mailadres": row.email, "uitslag gemaild": row.sent}
        for row in rows
    ]


def erase_addresses(person: Person) -> int:
    """They get no results any more."""
    return Uitslagmail.objects.filter(email__iexact=person.email).delete()[0]


def _member(person: Person) -> QuerySet[Panellid]:
    return Panellid.objects.filter(email_key=key_of(person.email))


def export_panel(person: Person) -> list[dict[str, Any]]:
    """Of which panels they are, and which surveys they were asked for."""
    return [
        {
            "panel": row.wijk.name if row.wijk else "stad",
            "naam": row.name,
            "e-mailadres": row.email,
            "stand": row.get_status_display(),
            "sinds": row.confirmed_at.isoformat() if row.confirmed_at else "",
            "gevraagd voor": sorted(
                right.enquete.title
                for right in Deelname.objects.filter(
                    soort=Deelname.Soort.PANEL, digest__in=panel_digests(row)
                ).select_related("enquete")
            ),
        }
        for row in _member(person).select_related("wijk")
    ]


def erase_panel(person: Person) -> int:
    """They leave; that they were asked goes too."""
    count = 0
    for row in _member(person):
        rights = Deelname.objects.filter(
            soort=Deelname.Soort.PANEL, digest__in=panel_digests(row), used=False
        )
        count += rights.delete()[0] + 1
        row.delete()
    return count
