"""What stands on paper beside the questions: how to fill it in, and what we do with it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from enquetes.models import Anonimiteit, Enquete, Toegang
from enquetes.toegang.words import leeftijd_text
from enquetes.vragen import Soort, Vraag


def how_to(enquete: Enquete, contact: Sequence[str]) -> list[str]:
    """How to fill it in with a pen."""
    found = [
        _("Zet met een pen een kruisje in het vakje van uw antwoord."),
        _("Vergist u zich? Maak dat vakje helemaal zwart en zet een kruisje in het goede vakje."),
        _("Een vraag die u niet wilt beantwoorden, slaat u over."),
    ]
    if enquete.toegang == Toegang.HUISCODE:
        found.append(_("Per huis telt één formulier mee."))
    else:
        found.append(_("Vul één formulier per persoon in."))
    found.append(leeftijd_text())
    if contact:
        found.append(_("Hulp nodig? Wij vullen het graag samen met u in."))
    return found


def anonymity(enquete: Enquete) -> str:
    """What we know of who fills it in: the same promise as on screen, for paper."""
    return {
        Anonimiteit.ANONIEM: _(
            "Deze enquête is anoniem. Zet nergens uw naam of adres op. Staat er een nummer op dit "
            "formulier? Dat is om bij het overtypen niets te vergeten: wij weten niet wie welk "
            "nummer kreeg."
        ),
        Anonimiteit.VERTROUWELIJK: _(
            "Deze enquête is vertrouwelijk. Aan het eind mag u uw naam en e-mailadres invullen. "
            "Dat hoeft niet. Alleen het wijkteam ziet dan wat u antwoordde. In de uitslag staat "
            "nooit uw naam."
        ),
        Anonimiteit.OP_NAAM: _(
            "Deze enquête is op naam. Aan het eind vragen wij uw naam en e-mailadres. Het wijkteam "
            "ziet welke antwoorden van u zijn. In de uitslag staat nooit uw naam."
        ),
    }[Anonimiteit(enquete.anonimiteit)]


def how_to_answer(vraag: Vraag, drawn: str) -> str:
    """What to do with this question."""
    if vraag.soort == Soort.KEUZES:
        return _how_many(vraag)
    if vraag.soort == Soort.BUURT and drawn == "kort":
        return _("Schrijf de naam van uw buurt op. Woont u ergens anders? Schrijf dan: elders.")
    return {
        Soort.KEUZE: _("Kies één antwoord."),
        Soort.BUURT: _("Kies één antwoord."),
        Soort.SCHAAL: _("Zet één kruisje."),
        Soort.SMILEYS: _("Zet één kruisje."),
        Soort.RANGORDE: _("Zet een 1 bij wat u het belangrijkst vindt, dan een 2, en zo verder."),
        Soort.MATRIX: _("Zet op elke regel één kruisje."),
        Soort.GETAL: _("Schrijf een getal op."),
        Soort.POSTCODE: _("De vier cijfers zijn genoeg."),
        Soort.KAART: _("Zet één kruisje op de kaart."),
        Soort.FOTO: _("Een foto kunt u alleen op de site meesturen. Sla deze vraag hier over."),
    }.get(Soort(vraag.soort), "")


def _how_many(vraag: Vraag) -> str:
    if vraag.maximum:
        number = int(vraag.maximum)
        return ngettext("Hoogstens %(n)s kruisje.", "Hoogstens %(n)s kruisjes.", number) % {
            "n": number
        }
    return _("U mag meer dan één kruisje zetten.")


def labels() -> dict[str, str]:
    """Short words of the form."""
    return {
        "online": _("Liever op uw telefoon of computer?"),
        "qr": _("Code om te scannen: deze enquête op de site"),
        "how": _("Zo vult u het in"),
        "form": _("Formulier"),
        "page": _("bladzijde"),
        "of": pgettext("bladzijde 1 van 4", "van"),
        "where": _("U kunt het hier inleveren:"),
        "day": _("dag"),
        "month": _("maand"),
        "year": _("jaar"),
        "place": _("Weet u het niet op de kaart? Schrijf de straat of de plek op:"),
        "map": _("Kaart van de wijk met vakken A tot en met H en 1 tot en met 8"),
        "name": _("Uw naam"),
        "mail": _("Uw e-mailadres"),
        "sender": _("Wie bent u?"),
        "thanks": _("Dank u wel voor het invullen."),
        "next": _("Ga verder op de volgende bladzijde."),
        "ends": _("Einde van de vragen"),
    }
