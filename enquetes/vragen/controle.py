"""Whether the questions of a survey are right, before anybody fills them in (requirement S3).

Each fault names the block and the field where it stands, in words for who wrote the survey.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from enquetes.vragen.bereik import onbereikbaar
from enquetes.vragen.lijst import Optie, Soort, Vraag, Vragenlijst
from enquetes.vragen.regels import regel_fouten

PER_PAGE, IN_ALL = 60, 500
"Questions; nobody fills in more, and everything must stay quick."
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True)
class Fout:
    """Something that is not right yet."""

    blok: str
    "Id of the page of questions, of the question, or nothing: of all of it."
    veld: str
    tekst: str
    nummer: int | None = None
    "Which rule or option."
    onaf: bool = False
    "Not wrong but missing: a draft may wait for it."


def fouten(vragenlijst: Vragenlijst) -> list[Fout]:
    """Everything that is not right, in the order of the survey."""
    found = [*_sizes(vragenlijst), *_doubles(vragenlijst), *_odd_ids(vragenlijst)]
    for vraag in vragenlijst.by_id.values():
        found += _of_question(vraag)
    conditions = list(_conditions(vragenlijst))
    found += conditions
    if not conditions:
        found += _never_seen(vragenlijst)
    order = {key: place for place, key in enumerate(_ids(vragenlijst))}
    return sorted(found, key=lambda fout: order.get(fout.blok, -1))


def fouten_in_woorden(vragenlijst: Vragenlijst) -> list[str]:
    """The same, each with the question or page that it is about."""
    return [_with_place(vragenlijst, fout) for fout in fouten(vragenlijst)]


def _with_place(vragenlijst: Vragenlijst, fout: Fout) -> str:
    vraag = vragenlijst.by_id.get(fout.blok)
    if vraag is not None:
        return f"‘{vraag.text}’: {fout.tekst}" if vraag.text else fout.tekst
    for number, stap in enumerate(vragenlijst.stappen, start=1):
        if stap.id == fout.blok:
            return _("Bladzijde %(number)s: %(text)s") % {"number": number, "text": fout.tekst}
    return fout.tekst


def _ids(vragenlijst: Vragenlijst) -> Iterator[str]:
    for stap in vragenlijst.stappen:
        yield stap.id
        yield from (vraag.id for vraag in stap.vragen)


def _sizes(vragenlijst: Vragenlijst) -> Iterator[Fout]:
    total = sum(1 for stap in vragenlijst.stappen for vraag in stap.vragen if vraag.is_vraag)
    if not total:
        yield Fout("", "", _("Zet er minstens één vraag in."), onaf=True)
    if total > IN_ALL:
        text = _("Dit zijn %(number)s vragen. Het mogen er %(most)s zijn: maak er twee van.")
        yield Fout("", "", text % {"number": total, "most": IN_ALL})
    for stap in vragenlijst.stappen:
        if len(stap.vragen) > PER_PAGE:
            text = _("Op één bladzijde passen %(most)s vragen. Verdeel ze over meer bladzijdes.")
            yield Fout(stap.id, "vragen", text % {"most": PER_PAGE})


def _doubles(vragenlijst: Vragenlijst) -> Iterator[Fout]:
    for key, number in Counter(_ids(vragenlijst)).items():
        if number > 1:
            text = _("Dit staat er twee keer in. Haal er een weg, en voeg een nieuwe vraag toe.")
            yield Fout(key, "text", text)


def _odd_ids(vragenlijst: Vragenlijst) -> Iterator[Fout]:
    """An id stands in names of fields, in lists of ids and in addresses. No editor types one."""
    for stap in vragenlijst.stappen:
        for key, parts in ((stap.id, ()), *((v.id, (*v.opties, *v.rijen)) for v in stap.vragen)):
            if not all(ID.fullmatch(one) for one in (key, *(part.id for part in parts))):
                yield Fout(key, "text", _("Hier ging iets mis. Haal dit weg en maak het opnieuw."))


def _of_question(vraag: Vraag) -> Iterator[Fout]:
    for veld, opties in (("opties", vraag.opties), ("rijen", vraag.rijen)):
        yield from _same_texts(vraag, veld, opties)
    least, most = vraag.minimum, vraag.maximum
    if least is not None and most is not None and least > most:
        text = _("‘Minstens’ is groter dan ‘hoogstens’. Draai ze om.")
        yield Fout(vraag.id, "minimum", text)
    elif vraag.soort == Soort.KEUZES:
        yield from _too_many(vraag)


def _too_many(vraag: Vraag) -> Iterator[Fout]:
    there = len(vraag.opties) + vraag.anders
    for veld, number in (("minimum", vraag.minimum), ("maximum", vraag.maximum)):
        if number is not None and number > there:
            text = _("Er zijn maar %(number)s antwoorden om uit te kiezen.")
            yield Fout(vraag.id, veld, text % {"number": there})


def _same_texts(vraag: Vraag, veld: str, opties: tuple[Optie, ...]) -> Iterator[Fout]:
    seen: set[str] = set()
    for place, optie in enumerate(opties):
        text = " ".join(optie.text.casefold().split())
        if text and text in seen:
            words = _("‘%(text)s’ staat er al. Elk antwoord moet anders zijn.")
            yield Fout(vraag.id, veld, words % {"text": optie.text}, place)
        seen.add(text)


def _conditions(vragenlijst: Vragenlijst) -> Iterator[Fout]:
    """Each condition asks about what was answered before: then nothing can go round."""
    before: dict[str, Vraag] = {}
    everything = vragenlijst.by_id
    for stap in vragenlijst.stappen:
        here = {vraag.id for vraag in stap.vragen}
        for place, regel in enumerate(stap.als.regels):
            for text, onaf in regel_fouten(regel, before, everything, here):
                yield Fout(stap.id, "als", text, place, onaf)
        for vraag in stap.vragen:
            for place, regel in enumerate(vraag.als.regels):
                for text, onaf in regel_fouten(regel, before, everything, {vraag.id}):
                    yield Fout(vraag.id, "als", text, place, onaf)
            before[vraag.id] = vraag


def _never_seen(vragenlijst: Vragenlijst) -> Iterator[Fout]:
    text = _("Dit krijgt niemand te zien: er is geen antwoord waarbij dit klopt.")
    for key in onbereikbaar(vragenlijst):
        yield Fout(key, "als", text)
