"""Codes on letters in the demo: made for each neighbourhood, and used by who answered (S4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import Any

from accounts.models import User
from enquetes.models import Codeblad, Deelname, Enquete, Inzending
from enquetes.toegang import sheets
from wijkteams.kanaal import Kanaal
from wijkteams.models import Buurt


def add_codes(
    enquete: Enquete, codes: dict[str, Any], rows: Iterable[Inzending], *, by: User
) -> None:
    """So many for each neighbourhood; each answer on the site took one away."""
    for buurt in Buurt.objects.filter(wijk=enquete.wijk_id).order_by("pk"):
        sheets.order(enquete, codes["per_buurt"], Codeblad.Soort.LIJST, by=by, buurt=buurt)
    _use(enquete, Counter(row.buurt_id for row in rows if row.kanaal == Kanaal.WEB))


def _use(enquete: Enquete, answers: Counter[int | None]) -> None:
    """Who did not say where they live, had a letter of one of the neighbourhoods."""
    random = Random(enquete.title)  # the same in every run, and no secret
    rows = Deelname.objects.filter(enquete=enquete, soort=Deelname.Soort.HUISCODE)
    left: dict[int | None, list[int]] = {}
    for pk, buurt in rows.order_by("nummer").values_list("pk", "buurt"):
        left.setdefault(buurt, []).append(pk)
    used: list[int] = []
    for home, keys in left.items():
        random.shuffle(keys)
        number = answers[home]
        used += keys[:number]
        left[home] = keys[number:]
    rest = [pk for keys in left.values() for pk in keys]
    elsewhere = sum(answers.values()) - len(used)
    rows.filter(pk__in=[*used, *random.sample(rest, elsewhere)]).update(used=True)
