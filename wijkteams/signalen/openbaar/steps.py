"""What the team did with a signal, as residents read it (requirement G7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from wijkteams.signalen.models import Opvolging

if TYPE_CHECKING:
    from wijkteams.signalen.models import Signaal


@dataclass(frozen=True)
class Step:
    """One step. Who of the team took it, and what they noted for themselves, is not in it."""

    words: str
    sentence: str
    partner: str
    "Of whose answer it comes."
    when: datetime
    staat: str


def public_steps(signaal: Signaal) -> list[Step]:
    """The steps of a signal that all may read, the first in front. One question.

    A step without a new state and without a public sentence is a note of the team.
    """
    rows = Opvolging.objects.voor_iedereen().filter(signaal=signaal)
    rows = rows.select_related("doorzending__organisatie").only(
        "van", "naar", "openbare_zin", "wanneer", "doorzending__organisatie__name"
    )
    return list(_steps(rows.order_by("wanneer", "pk")))


def _steps(rows: Iterable[Opvolging]) -> Iterable[Step]:
    for row in rows:
        if row.van == row.naar and not row.openbare_zin:
            continue
        partner = row.doorzending.organisatie if row.doorzending else None
        yield Step(
            words=_words(row),
            sentence=row.openbare_zin,
            partner=partner.name if partner else "",
            when=row.wanneer,
            staat=row.naar,
        )


def _words(row: Opvolging) -> str:
    if not row.van:
        return _("Verteld")
    if row.van == row.naar:
        return _("Bericht van het wijkteam")
    return str(row.get_naar_display())
