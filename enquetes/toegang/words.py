"""What a resident reads before the first question: who may fill in, and what we know of them.

Each mode says its own limits (S4), each level what is not kept (S5).
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from enquetes.models import Anonimiteit, Enquete, Toegang


def toegang_text(enquete: Enquete) -> str:
    """Who may fill it in, and how certain it is that nobody does so twice."""
    return {
        Toegang.OPEN: _(
            "Iedereen mag deze enquête invullen. Wij controleren niet of iemand dat vaker doet. "
            "Wij vragen u: vul hem één keer in."
        ),
        Toegang.BROWSER: _(
            "U kunt deze enquête één keer invullen op deze telefoon of computer. Dat onthoudt uw "
            "browser. Gebruikt u samen een apparaat? Dan kan de ander bellen of op papier invullen."
        ),
        Toegang.MAIL: _(
            "U kunt deze enquête één keer invullen per e-mailadres. Wij mailen u een link. Uw "
            "adres bewaren wij niet: alleen een code waaruit het niet te lezen is."
        ),
        Toegang.HUISCODE: _(
            "Per huis kan één keer worden ingevuld. Daarvoor kreeg u een brief met een code. "
            "Aan de code zien wij in welke buurt u woont, niet in welk huis."
        ),
        Toegang.PANEL: _(
            "Deze enquête is voor leden van het bewonerspanel. Zij kregen een mail met een eigen "
            "link. Ieder lid kan één keer invullen."
        ),
    }[Toegang(enquete.toegang)]


def anonimiteit_text(enquete: Enquete) -> str:
    """What we know of who answers, and what not."""
    return {
        Anonimiteit.ANONIEM: _(
            "Deze enquête is anoniem. Wij bewaren niet wie u bent, vanaf welk apparaat u invult "
            "of hoe laat. Niemand kan zien welke antwoorden van u zijn, ook wij niet. Zet daarom "
            "zelf geen namen of adressen in uw antwoorden."
        ),
        Anonimiteit.VERTROUWELIJK: _(
            "Deze enquête is vertrouwelijk. Aan het eind kunt u uw naam en e-mailadres "
            "opgeven. Dat hoeft niet. Alleen het wijkteam ziet dan wat u antwoordde. In de "
            "uitslag staat nooit uw naam."
        ),
        Anonimiteit.OP_NAAM: _(
            "Deze enquête is op naam. Aan het eind vragen wij uw naam en e-mailadres. Het "
            "wijkteam ziet welke antwoorden van u zijn. In de uitslag staat nooit uw naam."
        ),
    }[Anonimiteit(enquete.anonimiteit)]


def leeftijd_text() -> str:
    """Rule R-14: who is younger than 16 asks first."""
    return _("Bent u jonger dan 16 jaar? Vraag dan eerst aan uw ouder of verzorger of het mag.")
