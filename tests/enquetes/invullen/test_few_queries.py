"""A page of questions asks the database as much for sixty questions as for one."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from enquetes.models import EnqueteIndexPage
from tests.enquetes.invullen.filling import Resident
from tests.factories.enquetes import question, step, survey
from wijkteams.models import Wijk

SORTS = ("kort", "lang", "schaal", "smileys", "ja_nee", "getal", "datum", "postcode", "keuze")


def asked(wijk: Wijk, number: int) -> int:
    """How many queries a page with so many questions takes."""
    index = EnqueteIndexPage.objects.get(wijk=wijk)
    vragen = [
        question(SORTS[n % 9], n, *(("A", "B") if SORTS[n % 9] == "keuze" else ()))
        for n in range(1, number + 1)
    ]
    resident = Resident(survey(index, step(1, *vragen), title=f"Met {number}"))
    resident.begin()
    resident.see()
    with CaptureQueriesContext(connection) as queries:
        assert resident.see().status_code == 200
    return len(queries)


def test_sixty_questions_take_as_many_queries_as_one(haven: Wijk) -> None:
    one, sixty = asked(haven, 1), asked(haven, 60)
    print(one)
    assert sixty <= one <= 7


def test_turning_a_page_and_sending_ask_little(haven: Wijk) -> None:
    vragen = [question("kort", number) for number in range(1, 61)]
    index = EnqueteIndexPage.objects.get(wijk=haven)
    resident = Resident(survey(index, step(1, *vragen), step(2, question("kort", 99))))
    resident.begin()
    with CaptureQueriesContext(connection) as turning:
        assert resident.fill(1, v1="Ja").status_code == 302
    with CaptureQueriesContext(connection) as sending:
        assert resident.send().status_code == 302
    assert len(turning) <= 6, [one["sql"] for one in turning.captured_queries]
    assert len(sending) <= 8, [one["sql"] for one in sending.captured_queries]
