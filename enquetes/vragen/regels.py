"""Which rules make sense for which kind of question."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from django.utils.translation import gettext as _

from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET
from enquetes.vragen.gevallen import highest
from enquetes.vragen.lijst import Regel, Soort, Toets, Vraag
from enquetes.vragen.pad import as_number

CHOICE = (Toets.IS, Toets.IS_NIET, Toets.BEANTWOORD)
NUMBER = (Toets.MINSTENS, Toets.HOOGSTENS)
TOETSEN: Mapping[str, tuple[Toets, ...]] = {
    Soort.KEUZE: CHOICE,
    Soort.KEUZES: CHOICE,
    Soort.JA_NEE: CHOICE,
    Soort.BUURT: CHOICE,
    Soort.SCHAAL: (*NUMBER, *CHOICE),
    Soort.SMILEYS: (*NUMBER, *CHOICE),
    Soort.GETAL: (*NUMBER, Toets.BEANTWOORD),
    Soort.TEKST: (),
}
"What can be asked of the answer; of other kinds only whether there is one."


def toetsen_voor(soort: str) -> tuple[Toets, ...]:
    """What a rule can ask of a question of this kind."""
    return TOETSEN.get(soort, (Toets.BEANTWOORD,))


def regel_fouten(
    regel: Regel,
    before: Mapping[str, Vraag],
    everything: Mapping[str, Vraag],
    here: Collection[str],
) -> Iterator[tuple[str, bool]]:
    """What is wrong with a rule, and whether it is only not finished.

    `here`: the question itself, or the questions on the page that the rule is about.
    """
    if not regel.vraag:
        yield _("Kies de vraag waar het van afhangt."), True
        return
    vraag = before.get(regel.vraag)
    if vraag is None:
        yield _not_before(regel, everything, here), False
    elif regel.toets not in toetsen_voor(vraag.soort):
        text = _("Dit kun je aan ‘%(question)s’ niet vragen. Kies opnieuw.")
        yield text % {"question": vraag.text}, False
    elif regel.toets != Toets.BEANTWOORD:
        yield from _values(regel, vraag)


def _not_before(regel: Regel, everything: Mapping[str, Vraag], here: Collection[str]) -> str:
    vraag = everything.get(regel.vraag)
    if vraag is None:
        return _("De vraag waar dit van afhangt, is weg. Kies een andere, of haal de regel weg.")
    if regel.vraag in here:
        return _("Dit kan niet van zichzelf afhangen. Kies een vraag die eerder komt.")
    text = _("‘%(question)s’ komt pas later. Kies een vraag die eerder komt, of zet die hiervoor.")
    return text % {"question": vraag.text}


def _values(regel: Regel, vraag: Vraag) -> Iterator[tuple[str, bool]]:
    if not regel.waarden:
        yield _("Kies bij welk antwoord."), True
    elif regel.toets in NUMBER:
        number = as_number(regel.waarden[0])
        if number is None or len(regel.waarden) > 1:
            yield _("Vul één getal in. Bijvoorbeeld: 6."), False
    elif not all(is_waarde(vraag, one) for one in regel.waarden):
        text = _("Een antwoord uit deze regel bestaat niet meer bij ‘%(question)s’. Kies opnieuw.")
        yield text % {"question": vraag.text}, False


def is_waarde(vraag: Vraag, waarde: str) -> bool:
    """Whether this question can be answered with that."""
    if waarde == WEET_NIET:
        return vraag.weet_niet
    match vraag.soort:
        case Soort.KEUZE | Soort.KEUZES:
            return vraag.optie(waarde) is not None or (waarde == ANDERS and vraag.anders)
        case Soort.JA_NEE:
            return waarde in {JA, NEE}
        case Soort.BUURT:
            return waarde == BUITEN or waarde.isdecimal()
        case Soort.SCHAAL | Soort.SMILEYS:
            return waarde.isdecimal() and 1 <= int(waarde) <= highest(vraag)
    return False
