"""Typing in what came on paper, by phone or at the door (requirement S6): what others may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from enquetes.bus.services import post
from enquetes.models import Enquete, Papierinvoer, Papierstapel, Versie
from enquetes.papier.differences import Verschil, verschillen
from enquetes.papier.entry import PapierError, begin_form, decide, held, save_form, throw_away
from enquetes.vragen.pad import alleen_zichtbare
from wijkteams.kanaal import Kanaal

if TYPE_CHECKING:
    from accounts.models import User

__all__ = [
    "KANALEN",
    "MAIL",
    "NAAM",
    "PapierError",
    "Verschil",
    "begin_form",
    "decide",
    "make_stapel",
    "save_form",
    "tel_mee",
    "throw_away",
    "verschillen",
]

KANALEN = (Kanaal.PAPIER, Kanaal.TELEFOON, Kanaal.DEUR, Kanaal.SPREEKUUR)
"The ways by which an answer comes that somebody of the team types in."
NAAM, MAIL = "_naam", "_mail"
"Where a name and an address stand among the answers of a survey that is not anonymous."


def make_stapel(
    enquete: Enquete,
    *,
    kanaal: str = Kanaal.PAPIER,
    dubbel: bool = False,
    by: User,
    versie: Versie | None = None,
) -> Papierstapel:
    """A new pile, with the next number of this survey. Raises PapierError without questions."""
    with transaction.atomic():
        enquete = Enquete.objects.locked(enquete.pk)
        versie = versie or enquete.versie
        if versie is None:
            raise PapierError(_("Deze enquête heeft nog geen vragen. Publiceer hem eerst."))
        last = enquete.stapels.aggregate(last=Max("nummer"))["last"] or 0
        return enquete.stapels.create(
            nummer=last + 1, versie=versie, kanaal=kanaal, dubbel=dubbel, made_by=by
        )


@transaction.atomic
def tel_mee(stapel: Papierstapel) -> int:
    """Hand all forms of a pile to the bus, and forget them; how many it were. Once only.

    Answers to questions that the form told to skip do not count: on screen nobody could give them.
    Raises PapierError when something is still to be typed or decided.
    """
    stapel = held(stapel)
    stapel.invoer.filter(klaar=False, antwoorden={}).delete()
    _refuse_unfinished(stapel)
    rows = stapel.invoer.filter(ronde=1)
    number = 0
    for row in rows:
        _post(stapel, row)
        number += 1
    stapel.invoer.all().delete()
    stapel.status, stapel.geteld = Papierstapel.Status.GETELD, number
    stapel.save(update_fields=["status", "geteld"])
    return number


def _refuse_unfinished(stapel: Papierstapel) -> None:
    half = stapel.invoer.filter(klaar=False).order_by("formulier").values_list("formulier")
    if half:
        numbers = ", ".join(str(one) for (one,) in half)
        raise PapierError(_("Nog niet af: formulier %(numbers)s.") % {"numbers": numbers})
    if not stapel.invoer.exists():
        raise PapierError(_("In deze stapel is nog niets ingevoerd."))
    if stapel.dubbel and (open_ones := verschillen(stapel)):
        raise PapierError(
            _("Kijk eerst naar de verschillen: het zijn er nog %(number)s.")
            % {"number": len(open_ones)}
        )


def _post(stapel: Papierstapel, row: Papierinvoer) -> None:
    vragenlijst = stapel.versie.vragenlijst
    afzender = {
        "name": str(row.antwoorden.get(NAAM, "")),
        "email": str(row.antwoorden.get(MAIL, "")),
    }
    post(
        stapel.enquete,
        stapel.versie,
        antwoorden=alleen_zichtbare(vragenlijst, row.antwoorden),
        kanaal=stapel.kanaal,
        language=row.language,
        afzender=None if stapel.enquete.is_anoniem else afzender,
    )
