"""Which open answers nobody read yet, and what a person made of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet

from enquetes.models import Citaat, Enquete, Inzending
from enquetes.overzicht import services as overzicht
from enquetes.uitslag.tabellen import vragen_of
from enquetes.vragen import Soort
from enquetes.vragen.antwoord import ONLEESBAAR, anders_key

if TYPE_CHECKING:
    from accounts.models import User

Status = Citaat.Status


@dataclass(frozen=True)
class OpenVraag:
    """A question, or the 'Anders, namelijk' of one, to which people wrote something."""

    key: str
    text: str
    anders: bool
    unread: int
    read: int

    @property
    def total(self) -> int:
        return self.unread + self.read


def open_vragen(enquete: Enquete) -> list[OpenVraag]:
    """All of them, with how many answers still must be read."""
    made = []
    for vraag in vragen_of(enquete):
        is_text = vraag.soort in (Soort.KORT, Soort.LANG)
        if not is_text and not vraag.anders:
            continue
        key = vraag.id if is_text else anders_key(vraag.id)
        read = Citaat.objects.filter(enquete=enquete, vraag=key).count()
        made.append(OpenVraag(key, vraag.text, not is_text, unread(enquete, key).count(), read))
    return made


def unread(enquete: Enquete, key: str) -> QuerySet[Inzending]:
    """Answers with something written there that nobody read yet; their order tells nothing."""
    seen = Citaat.objects.filter(inzending=OuterRef("pk"), vraag=key)
    rows = enquete.inzendingen.filter(antwoorden__has_key=key).exclude(
        **{f"antwoorden__{key}__in": ["", ONLEESBAAR]}
    )
    return rows.filter(~Exists(seen)).order_by("pk")


def decide(
    enquete: Enquete, key: str, inzending: Inzending, *, tekst: str, tonen: bool, by: User
) -> bool:
    """Show an answer in these words, or not at all; False when somebody else was first.

    Of what is not shown no words are kept.
    """
    try:
        with transaction.atomic():
            Citaat.objects.create(
                enquete=enquete,
                vraag=key,
                inzending=inzending,
                tekst=tekst.strip() if tonen else "",
                status=Status.TONEN if tonen and tekst.strip() else Status.NIET_TONEN,
                read_by=by,
            )
    except IntegrityError:
        return False
    if tonen:
        _tell(enquete)
    return True


def hide(enquete: Enquete, pk: int) -> bool:
    """Do not show a quote after all; whether it was shown."""
    rows = Citaat.objects.filter(enquete=enquete, pk=pk, status=Status.TONEN)
    done = bool(rows.update(status=Status.NIET_TONEN, tekst=""))
    if done:
        _tell(enquete)
    return done


def _tell(enquete: Enquete) -> None:
    if enquete.uitslag_op is not None:
        overzicht.counted(enquete)
