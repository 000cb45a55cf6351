"""From the first answer on the questions stand: a new version instead (requirement S3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from enquetes.vragen.controle import Fout
from enquetes.vragen.lijst import Soort, Vraag, Vragenlijst

if TYPE_CHECKING:
    from enquetes.models import Enquete, EnquetePage


def enquete_of(page: EnquetePage) -> Enquete | None:
    """The survey of which this page is the face; None before it was ever published."""
    from enquetes.models import Enquete

    return Enquete.objects.of_page(page).first() if page.translation_key else None


def is_locked(enquete: Enquete | None) -> bool:
    """Whether anybody began to answer the questions that are asked now."""
    from enquetes.publishing import is_answered

    versie = enquete.versie if enquete is not None else None
    return versie is not None and is_answered(versie)


def is_closed(enquete: Enquete | None) -> bool:
    """Whether its moment has passed: nobody can begin any more, and the results may be known."""
    from enquetes.models import Stand

    return enquete is not None and enquete.stand() == Stand.GESLOTEN


def opens_again(wanted: datetime | None, before: datetime | None) -> bool:
    """Whether this moment of closing opens what was closed; not when that was said before."""
    now = timezone.now()
    was_past = before is not None and before <= now
    return was_past and (wanted is None or wanted > now)


def same_questions(one: Vragenlijst, other: Any) -> bool:
    """Whether a list of questions is what a version keeps as JSON."""
    return bool(one.as_json() == other)


def fouten_of_kinds(enquete: Enquete | None, vragenlijst: Vragenlijst) -> Iterator[Fout]:
    """A question that was ever asked stays of its kind: else its figures could not be added up."""
    if enquete is None:
        return
    asked: dict[str, Vraag] = {}
    for versie in enquete.versies.all():
        asked |= versie.vragenlijst.by_id
    for key, vraag in vragenlijst.by_id.items():
        before = asked.get(key)
        if before is not None and not _same_kind(before, vraag):
            text = _("Deze vraag was eerst van een andere soort. Maak een nieuwe vraag.")
            yield Fout(key, "text", text)


def _same_kind(before: Vraag, now: Vraag) -> bool:
    if before.soort != now.soort:
        return False
    return now.soort != Soort.SCHAAL or before.maximum == now.maximum
