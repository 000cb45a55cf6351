"""A pile of forms in the demo that is half typed in, with something to decide (S6)."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from enquetes.demo.answers import People
from enquetes.models import Enquete, Papierinvoer, Papierstapel
from enquetes.papier.services import make_stapel, verschillen
from enquetes.vragen import Soort
from enquetes.vragen.antwoord import Antwoorden


def add_pile(enquete: Enquete, told: dict[str, Any], people: People, vraag: str) -> None:
    """One person typed all but the last to its end; another typed the first ones again.

    In one of those a one was read for a two, or a two for a one: the answer to `vraag`.
    """
    first, second = (User.objects.get(email=email) for email in told["door"])
    stapel = make_stapel(enquete, dubbel=True, by=first)
    forms = [_form(people) for _number in range(told["formulieren"])]
    forms[1][vraag] = 7
    again = [dict(form) for form in forms[: told["tweede_keer"]]]
    again[1][vraag] = 1
    last = len(forms)
    Papierinvoer.objects.bulk_create(
        [
            *_typed(stapel, forms[:-1], first, 1),
            *_typed(stapel, again, second, 2),
            Papierinvoer(
                stapel=stapel,
                formulier=last,
                antwoorden=dict([*forms[-1].items()][:2]),
                wijziging=1,
                entered_by=first,
            ),
        ]
    )
    if any(one.vraag for one in verschillen(stapel)):
        stapel.status = Papierstapel.Status.VERSCHILLEN
        stapel.save(update_fields=["status"])


def _typed(
    stapel: Papierstapel, forms: list[Antwoorden], by: User, ronde: int
) -> list[Papierinvoer]:
    return [
        Papierinvoer(
            stapel=stapel,
            formulier=number,
            ronde=ronde,
            antwoorden=antwoorden,
            klaar=True,
            wijziging=1,
            entered_by=by,
        )
        for number, antwoorden in enumerate(forms, start=1)
    ]


def _form(people: People) -> Antwoorden:
    """Without a place on the map: on paper that is a square, and nobody marked one."""
    maps = {vraag.id for vraag in people.vragenlijst.vragen() if vraag.soort == Soort.KAART}
    return {key: value for key, value in people.answer().items() if key not in maps}
