"""A form on screen, as it lies on the table: all questions, and what was typed for them."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.forms import refuse_bsn
from enquetes.models import Enquete, Versie
from enquetes.papier.codes import OTHER_CODE, UNREADABLE, plaats_of
from enquetes.papier.reading import one_of, read
from enquetes.papier.vakken import Deel, Opgave, Vak, kept_in, opgave_of
from enquetes.vragen import Soort, Vraag
from enquetes.vragen.antwoord import ANDERS, ONLEESBAAR, Antwoorden, anders_key
from enquetes.vragen.nummers import nummers
from enquetes.vragen.pad import zichtbaar

LONGEST_OTHER = 300


class Blad:
    """All questions of a version, and what was typed for them."""

    def __init__(self, enquete: Enquete, versie: Versie) -> None:
        self.vragenlijst = versie.vragenlijst
        plaats, numbers = plaats_of(enquete), nummers(self.vragenlijst)
        self.delen = [
            Deel(stap, [opgave_of(one, numbers, plaats) for one in stap.vragen if one.is_vraag])
            for stap in self.vragenlijst.stappen
        ]
        self.opgaven = [opgave for deel in self.delen for opgave in deel.opgaven]

    def fill(self, antwoorden: Antwoorden) -> None:
        """Show what is kept."""
        for opgave in self.opgaven:
            for vak in opgave.vakken:
                vak.typed = kept_in(opgave, vak, antwoorden)
        self.mark_shown(antwoorden)

    def read(self, data: Mapping[str, str]) -> Antwoorden:
        """The answers in what was sent; errors stand at their box, with what was typed."""
        found: Antwoorden = {}
        for opgave in self.opgaven:
            for vak in opgave.vakken:
                vak.typed = str(data.get(vak.name, "")).strip()
            _read(opgave, found)
        self.mark_shown(found)
        return found

    def mark_shown(self, antwoorden: Antwoorden) -> None:
        """Say of each question whether it was to be answered."""
        shown = {
            vraag.id for stap in zichtbaar(self.vragenlijst, antwoorden) for vraag in stap.vragen
        }
        for opgave in self.opgaven:
            opgave.shown = opgave.vraag.id in shown

    @property
    def errors(self) -> list[tuple[Opgave, Vak]]:
        """The boxes in which something is wrong."""
        return [(one, vak) for one in self.opgaven for vak in one.vakken if vak.error]

    def of(self, vraag_id: str) -> Opgave | None:
        """The question with this id."""
        return next((one for one in self.opgaven if one.vraag.id == vraag_id), None)


def _read(opgave: Opgave, found: Antwoorden) -> None:
    vraag = opgave.vraag
    for vak in opgave.vakken:
        try:
            if vak.kind == "other":
                _read_other(vraag, vak, found)
            elif vak.row:
                _read_row(opgave, vak, found)
            elif (value := read(vraag, vak.typed, opgave.codes)) is not None:
                found[vraag.id] = value
        except ValidationError as error:
            vak.error = " ".join(error.messages)


def _read_row(opgave: Opgave, vak: Vak, found: Antwoorden) -> None:
    if vak.typed:
        value = ONLEESBAAR if vak.typed == UNREADABLE else one_of(vak.typed, opgave.codes)
        found.setdefault(opgave.vraag.id, {})[vak.row] = value


def _read_other(vraag: Vraag, vak: Vak, found: Antwoorden) -> None:
    """What stands behind 'Anders' counts only where that was chosen; typing it chooses it."""
    if not vak.typed:
        return
    refuse_bsn(vak.typed)
    if len(vak.typed) > LONGEST_OTHER:
        raise ValidationError(_("Dit is te lang: hoogstens 300 tekens."))
    chosen = found.get(vraag.id)
    if isinstance(chosen, list) and ANDERS not in chosen:
        chosen.append(ANDERS)
    elif vraag.soort == Soort.KEUZES and chosen is None:
        found[vraag.id] = [ANDERS]
    elif chosen is None:
        found[vraag.id] = ANDERS
    elif chosen != ANDERS and not isinstance(chosen, list):
        raise ValidationError(
            _("Er is een ander antwoord gekozen. Typ daar %(code)s, of maak dit leeg.")
            % {"code": OTHER_CODE}
        )
    found[anders_key(vraag.id)] = ONLEESBAAR if vak.typed == UNREADABLE else vak.typed
