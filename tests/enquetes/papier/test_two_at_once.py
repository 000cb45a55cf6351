"""Four people type in one pile at the same time, each in transactions of their own."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from enquetes.models import EnqueteIndexPage, Envelop, Papierstapel
from enquetes.papier.services import PapierError, begin_form, make_stapel, save_form, tel_mee
from tests.factories.enquetes import key, survey
from tests.page_cache.city import haven

pytestmark = pytest.mark.databases
PEOPLE, FORMS, SECONDS = 4, 6, 120


@pytest.fixture
def stapel(committed: None) -> Papierstapel:
    """A pile, in a database in which things are really committed."""
    enquete = survey(EnqueteIndexPage.objects.get(wijk=haven()))
    return make_stapel(enquete, by=_typist(0))


def _typist(number: int) -> User:
    email = f"typist{number}@sluisdam.example"
    return User.objects.filter(email=email).first() or User.objects.create_user(email)


def at_once(work: Any) -> list[BaseException]:
    """Let everybody do this at the same moment; gives what went wrong."""
    start, wrong = threading.Barrier(PEOPLE), list[BaseException]()

    def one(number: int) -> None:
        start.wait(SECONDS)
        try:
            work(number)
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(n,)) for n in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    return wrong


def test_nothing_is_lost_or_overwritten_and_all_count_once(stapel: Papierstapel) -> None:
    people = [_typist(n) for n in range(PEOPLE)]

    def type_in(number: int) -> None:
        for n in range(FORMS):
            row = begin_form(stapel, by=people[number])
            told = {key(2): f"{number}-{n}"}
            save_form(row, antwoorden=told, by=people[number], klaar=True, wijziging=0)

    assert at_once(type_in) == []
    rows = list(stapel.invoer.all())
    assert len({row.formulier for row in rows}) == PEOPLE * FORMS
    kept = {row.antwoorden[key(2)] for row in rows}
    assert kept == {f"{one}-{n}" for one in range(PEOPLE) for n in range(FORMS)}

    counted: list[int] = []
    refused = at_once(lambda number: counted.append(tel_mee(stapel)))
    assert counted == [PEOPLE * FORMS]
    assert [type(error) for error in refused] == [PapierError] * (PEOPLE - 1)
    assert Envelop.objects.count() == PEOPLE * FORMS
