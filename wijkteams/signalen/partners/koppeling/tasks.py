"""Reading back each morning what became of signals in the systems of partners."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from core.fetching import FetchRefused
from wijkteams.signalen.models import Doorzending, Koppeling, Staat
from wijkteams.signalen.partners.koppeling.answers import UnreadableError, address, read, text_of
from wijkteams.signalen.partners.koppeling.telling import TOKEN
from wijkteams.signalen.partners.services import answer

MOST = 500
"Of one partner in one morning: the one that was read longest ago comes first."


@task()
def follow_systems() -> int:
    """Each morning; gives how many were closed there. One system that is away stops no other."""
    rows = Koppeling.objects.filter(is_actief=True).select_related("organisatie")
    return sum(_follow(koppeling) for koppeling in rows)


def _follow(koppeling: Koppeling) -> int:
    waits = Doorzending.objects.filter(
        organisatie=koppeling.organisatie_id,
        weg=Doorzending.Weg.OPEN311,
        stand=Doorzending.Stand.VERSTUURD,
    ).exclude(extern_nummer="")
    closed, fout = 0, ""
    for doorzending in waits.order_by("pk")[:MOST]:
        try:
            closed += _look(koppeling, doorzending)
        except UnreadableError:
            fout = _("Het systeem van de partner antwoordt anders dan afgesproken.")
        except FetchRefused as error:
            fout = str(error)
            if not error.status:
                break  # away: the others would only wait
    Koppeling.objects.filter(pk=koppeling.pk).update(gelezen_op=timezone.now(), fout=fout[:300])
    return closed


def _look(koppeling: Koppeling, doorzending: Doorzending) -> int:
    number = doorzending.extern_nummer
    if number.startswith(TOKEN):
        number = _number_of(koppeling, doorzending)
    if not number:
        return 0
    one = read(_asked(koppeling, "requests", number))
    staat = text_of(one, "status", 80).lower()
    Doorzending.objects.filter(pk=doorzending.pk).update(extern_staat=staat)
    return int(staat == "closed" and _answered(koppeling, doorzending, one))


def _answered(koppeling: Koppeling, doorzending: Doorzending, one: dict[str, Any]) -> bool:
    """What they say there is an answer: the team checks it before residents read it."""
    said = text_of(one, "status_notes", 2000) or _("Volgens ons systeem is dit klaar.")
    name = koppeling.organisatie.name[:120]
    kept = answer(doorzending.pk, antwoord=said, door=name, staat=Staat.OPGELOST)
    return kept is not None


def _number_of(koppeling: Koppeling, doorzending: Doorzending) -> str:
    """Some systems give the number later."""
    token = doorzending.extern_nummer.removeprefix(TOKEN)
    number = text_of(read(_asked(koppeling, "tokens", token)), "service_request_id", 80)
    if number:
        Doorzending.objects.filter(pk=doorzending.pk).update(extern_nummer=number)
    return number


def _asked(koppeling: Koppeling, kind: str, key: str) -> str:
    where = {"jurisdiction_id": koppeling.jurisdictie} if koppeling.jurisdictie else {}
    query = f"?{urlencode(where)}" if where else ""
    return f"{address(koppeling, kind, quote(key, safe=''))}{query}"
