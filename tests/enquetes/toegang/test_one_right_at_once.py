"""Eight at once use one right to answer, each in a transaction of their own."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from enquetes.models import Deelname, EnqueteIndexPage
from enquetes.toegang.rights import right_of
from enquetes.toegang.services import AlGebruikt, claim
from tests.factories.enquetes import survey
from tests.page_cache.city import haven

pytestmark = pytest.mark.databases
PEOPLE, SECONDS = 8, 120


def test_of_many_at_once_one_uses_the_right(committed: None) -> None:
    enquete = survey(EnqueteIndexPage.objects.get(wijk=haven()), toegang="mail")
    right = right_of(enquete, Deelname.Soort.MAIL, ["a" * 32])
    done: list[str] = []
    start = threading.Barrier(PEOPLE)

    def use() -> None:
        start.wait(SECONDS)
        try:
            with transaction.atomic():
                claim(enquete, right.pk)
            done.append("counts")
        except AlGebruikt:
            done.append("used")
        finally:
            connection.close()

    threads = [threading.Thread(target=use) for _number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)

    assert sorted(done) == ["counts"] + ["used"] * (PEOPLE - 1)
