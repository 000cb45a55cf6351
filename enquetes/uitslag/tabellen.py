"""Which tables of figures the questions of a survey give, and in which order their cells stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from enquetes.invullen.choice_fields import DONT_KNOW, FACES, OTHER
from enquetes.uitslag.telling import Telling
from enquetes.vragen import Optie, Soort, Vraag
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET
from wijkteams.models import Buurt

if TYPE_CHECKING:
    from enquetes.models import Enquete

MET_GEMIDDELDE = (Soort.SCHAAL, Soort.SMILEYS, Soort.GETAL)
OPEN = (Soort.KAART, Soort.POSTCODE, Soort.DATUM)
"Kinds of which the cells are whatever was answered."
ALLEEN_AANTAL = (Soort.KORT, Soort.LANG, Soort.FOTO)


@dataclass(frozen=True)
class Tabel:
    """One table: of a question, or of one row of a question that is a table itself."""

    vraag: Vraag
    cellen: tuple[Optie, ...]
    rij: Optie | None = None

    @property
    def key(self) -> str:
        return f"{self.vraag.id}:{self.rij.id}" if self.rij else self.vraag.id

    @property
    def meer(self) -> bool:
        """Whether one person may be in several cells."""
        return self.vraag.soort == Soort.KEUZES

    @property
    def open(self) -> bool:
        """Whether the cells are not known beforehand."""
        return self.vraag.soort in OPEN

    def telling(self, group: Mapping[str, Any]) -> Telling:
        """What was counted for it, of a group: with all its cells, empty ones too."""
        one: Telling = group["vragen"].get(self.vraag.id, {})
        if self.rij:
            one = one.get("rijen", {}).get(self.rij.id, {})
        cells = {optie.id: 0 for optie in self.cellen} | one.get("cellen", {})
        return {"n": 0, "som": 0, "getallen": 0, "plaatsen": {}} | one | {"cellen": cells}


def vragen_of(enquete: Enquete) -> list[Vraag]:
    """All that was ever asked: in the order and the words of the newest version; what only older
    ones asked comes last, and an answer that only they offered too.
    """
    found: dict[str, Vraag] = {}
    for versie in enquete.versies.order_by("-nummer"):
        for vraag in versie.vragenlijst.vragen():
            found[vraag.id] = _together(found[vraag.id], vraag) if vraag.id in found else vraag
    return list(found.values())


def _together(newer: Vraag, older: Vraag) -> Vraag:
    opties, rijen = (
        tuple({one.id: one for one in (*new, *old)}[key] for key in _ids(new, old))
        for new, old in ((newer.opties, older.opties), (newer.rijen, older.rijen))
    )
    return replace(
        newer,
        opties=opties,
        rijen=rijen,
        anders=newer.anders or older.anders,
        weet_niet=newer.weet_niet or older.weet_niet,
    )


def _ids(new: Iterable[Optie], old: Iterable[Optie]) -> list[str]:
    return list(dict.fromkeys(one.id for one in (*new, *old)))


def buurten_of(enquete: Enquete) -> list[Optie]:
    """The neighbourhoods that one may live in; of a survey of the city, all."""
    rows = Buurt.objects.order_by("wijk__name", "name", "pk")
    if enquete.wijk_id is not None:
        rows = rows.filter(wijk_id=enquete.wijk_id)
    return [Optie(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def past_buurten(vragen: Iterable[Vraag], tally: Telling, known: Iterable[Optie]) -> list[Optie]:
    """Neighbourhoods that somebody answered and that are none of these any more.

    Without a line of their own they would follow from all the others (requirement S9).
    """
    counted = {
        key
        for vraag in vragen
        if vraag.soort == Soort.BUURT
        for key in tally["vragen"].get(vraag.id, {}).get("cellen", {})
        if key.isdecimal()
    }
    gone = sorted(counted - {one.id for one in known})
    names = {
        str(pk): name for pk, name in Buurt.objects.filter(pk__in=gone).values_list("pk", "name")
    }
    return [Optie(key, names.get(key, _("Onbekend"))) for key in gone]


def tabellen(vragen: Iterable[Vraag], buurten: Iterable[Optie]) -> list[Tabel]:
    """The tables of these questions, in order."""
    return [tabel for vraag in vragen for tabel in _tabellen(vraag, tuple(buurten))]


def _tabellen(vraag: Vraag, buurten: tuple[Optie, ...]) -> Iterator[Tabel]:
    if vraag.soort == Soort.MATRIX:
        cells = (*vraag.opties, *_dont_know(vraag))
        yield from (Tabel(vraag, cells, rij) for rij in vraag.rijen)
        return
    yield Tabel(vraag, tuple(_cells(vraag, buurten)))


def _cells(vraag: Vraag, buurten: tuple[Optie, ...]) -> Iterator[Optie]:
    if vraag.soort in ALLEEN_AANTAL:
        return
    yield from vraag.opties
    match vraag.soort:
        case Soort.JA_NEE:
            yield from (Optie(JA, _("Ja")), Optie(NEE, _("Nee")))
        case Soort.BUURT:
            yield from (*buurten, Optie(BUITEN, _("Ik woon ergens anders")))
        case Soort.SMILEYS:
            yield from (Optie(str(at), str(word)) for at, word in enumerate(FACES, start=1))
        case Soort.SCHAAL:
            yield from (Optie(str(at), str(at)) for at in range(1, int(vraag.maximum or 5) + 1))
    if vraag.anders:
        yield Optie(ANDERS, str(OTHER))
    if vraag.soort not in OPEN:
        yield from _dont_know(vraag)


def _dont_know(vraag: Vraag) -> tuple[Optie, ...]:
    return (Optie(WEET_NIET, str(DONT_KNOW)),) if vraag.weet_niet else ()
