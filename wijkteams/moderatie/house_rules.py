"""The house rules in plain words, with examples: the same reasons as in the form (M6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.moderatie.frame import show
from wijkteams.moderatie.models import Reden

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Rule:
    """What we ask of everybody, and how that looks."""

    ask: str | Promise
    wrong: str | Promise
    right: str | Promise


RULES: dict[str, Rule] = {
    Reden.PRIVACY: Rule(
        gettext_lazy(
            "Schrijf niet over wie, maar over wat. Geen namen, telefoonnummers of kentekens van "
            "anderen. Geen foto waarop iemand te herkennen is die dat niet weet."
        ),
        gettext_lazy("‘Mevrouw De Vries van nummer 12 zet haar afval altijd te vroeg buiten.’"),
        gettext_lazy("‘In onze straat staat het afval vaak een dag te vroeg buiten.’"),
    ),
    Reden.DISCRIMINATIE: Rule(
        gettext_lazy(
            "Wees vriendelijk. Scheld niet, dreig niet, en doe geen groep mensen tekort om waar ze "
            "vandaan komen, hun geloof, hun lijf of van wie ze houden."
        ),
        gettext_lazy("‘Die mensen horen hier niet.’"),
        gettext_lazy("‘Ik schrik van het lawaai in het portiek. Kunnen we erover praten?’"),
    ),
    Reden.STRAFBAAR: Rule(
        gettext_lazy(
            "Plaats niets wat niet mag van de wet: opruien, iemand vals beschuldigen, spullen "
            "aanbieden die verboden zijn, of een foto van een ander die u niet mocht gebruiken."
        ),
        gettext_lazy("‘Die winkelier is een dief, gooi zijn ruit maar in.’"),
        gettext_lazy("‘Ik ben het niet eens met de prijzen van de winkel.’"),
    ),
    Reden.SPAM: Rule(
        gettext_lazy(
            "Geen reclame, en niet vaker hetzelfde. Schrijf iets waar de buurt wat aan heeft."
        ),
        gettext_lazy("‘Goedkope zonnepanelen, klik hier!’"),
        gettext_lazy("‘Zaterdag gaat in onze straat een bakker open.’"),
    ),
    Reden.ANDERS: Rule(
        gettext_lazy("Ook iets anders kan niet kloppen: het is niet waar, of het hoort hier niet."),
        gettext_lazy("‘De halte is weg’, terwijl de bus er nog stopt."),
        gettext_lazy("Meld het ons, dan kijken wij of het klopt."),
    ),
}


@never_cache
@require_safe
def huisregels(request: HttpRequest) -> HttpResponse:
    """One page for all of the city. What a city writes of its own stands at /huisregels/."""
    rules = [(reden.value, reden.label, RULES[reden]) for reden in Reden]
    return show(request, "huisregels", _("Wat hoort niet op deze site?"), wijk=None, rules=rules)
