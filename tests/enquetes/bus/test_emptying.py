"""When the bus is emptied, and what is laid down (rule R-10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from core.scheduler import jobs
from enquetes.bus.clock import empty_the_bus, problem
from enquetes.bus.services import ENOUGH, GRACE, empty, is_due, post
from enquetes.bus.signals import laid_down
from enquetes.models import (
    Afzender,
    Citaat,
    Enquete,
    EnqueteIndexPage,
    EnquetePage,
    Envelop,
    Inzending,
)
from tests.factories.enquetes import key, survey
from wijkteams.kanaal import Kanaal
from wijkteams.models import Buurt, Wijk


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    return survey(
        EnqueteIndexPage.objects.get(wijk=haven), closes_at=timezone.now() + timedelta(days=5)
    )


def send(enquete: Enquete, number: int = 1, **fields: Any) -> None:
    for _one in range(number):
        versie = enquete.versie
        assert versie is not None
        post(enquete, versie, **{"antwoorden": {key(1): key(101)}, **fields})


def test_nine_wait_and_the_tenth_opens_the_bus(enquete: Enquete) -> None:
    send(enquete, ENOUGH - 1)
    assert empty_the_bus.call() == 0
    send(enquete)
    assert empty_the_bus.call() == ENOUGH
    assert Envelop.objects.count() == 0


def test_what_is_of_another_day_does_not_wait_longer(enquete: Enquete) -> None:
    send(enquete)
    assert not is_due(enquete)
    assert is_due(enquete, timezone.now() + timedelta(days=1))


def test_an_hour_after_the_closing_all_is_laid_down_at_once(enquete: Enquete) -> None:
    assert enquete.closes_at is not None
    with time_machine.travel(enquete.closes_at.replace(hour=10), tick=False):
        send(enquete)
        now = timezone.now()
    enquete.closes_at = now
    assert not is_due(enquete, now + GRACE - timedelta(minutes=1))
    assert is_due(enquete, now + GRACE)


def test_when_the_closing_is_put_earlier_nobody_waits_for_the_clock(haven: Wijk) -> None:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    enquete = survey(index, eerlijk_afsluiten=False)
    send(enquete, 3)
    page = EnquetePage.objects.get(translation_key=enquete.translation_key)

    page.save_revision().publish()
    assert Inzending.objects.count() == 0
    page.closes_at = timezone.now() - 2 * GRACE
    page.save_revision().publish()

    assert Inzending.objects.count() == 3


def test_everything_that_was_posted_is_laid_down(enquete: Enquete, haven: Wijk) -> None:
    buurt = Buurt.objects.create(wijk=haven, name="De Kade", slug="kade")
    send(enquete, kanaal=Kanaal.TELEFOON, language="tr", buurt=buurt)
    empty(enquete)
    found = Inzending.objects.get()
    assert (found.kanaal, found.language, found.buurt) == (Kanaal.TELEFOON, "tr", buurt)
    assert (found.dag, found.versie) == (timezone.localdate(), enquete.versie)


def test_a_neighbourhood_that_is_gone_meanwhile_loses_no_answer(
    enquete: Enquete, haven: Wijk
) -> None:
    buurt = Buurt.objects.create(wijk=haven, name="De Kade", slug="kade")
    send(enquete, buurt=buurt)
    buurt.delete()
    assert empty(enquete) == 1
    assert Inzending.objects.get().buurt is None


def test_who_counts_hears_of_the_new_answers_once(enquete: Enquete) -> None:
    heard: list[int] = []

    def listen(**told: Any) -> None:
        assert transaction.get_connection().in_atomic_block
        heard.append(len(told["inzendingen"]))

    laid_down.connect(listen, sender=Enquete)
    try:
        send(enquete, 3)
        empty(enquete)
        empty(enquete)
        send(enquete, 2)
        empty(enquete)
    finally:
        laid_down.disconnect(listen, sender=Enquete)
    assert heard == [3, 2]


def test_what_a_person_read_stays_with_its_answer(enquete: Enquete) -> None:
    for number in range(5):
        send(enquete, antwoorden={key(1): f"Nummer {number}"})
    empty(enquete)
    for one in Inzending.objects.all():
        said = one.antwoorden[key(1)]
        Citaat.objects.create(enquete=enquete, vraag=key(1), inzending=one, tekst=said)
    before = set(Inzending.objects.values_list("pk", flat=True))
    send(enquete)
    empty(enquete)
    assert before.isdisjoint(Inzending.objects.values_list("pk", flat=True))
    for quote in Citaat.objects.all():
        assert quote.inzending is not None
        assert quote.inzending.antwoorden[key(1)] == quote.tekst


def test_nothing_is_laid_down_when_who_counts_fails(enquete: Enquete) -> None:
    def fail(**told: Any) -> None:
        raise RuntimeError

    send(enquete, 2)
    laid_down.connect(fail, sender=Enquete)
    try:
        with pytest.raises(RuntimeError):
            empty(enquete)
    finally:
        laid_down.disconnect(fail, sender=Enquete)
    assert (Envelop.objects.count(), Inzending.objects.count()) == (2, 0)


def test_who_is_not_anonymous_is_laid_down_at_once_with_their_name(haven: Wijk) -> None:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    enquete = survey(index, anonimiteit="op_naam")
    send(enquete, afzender={"name": "Karin", "email": "karin@voorbeeld.nl"})
    assert Afzender.objects.get().inzending == Inzending.objects.get()
    assert Envelop.objects.count() == 0


def test_of_an_anonymous_survey_no_sender_is_kept_whoever_gives_one(enquete: Enquete) -> None:
    send(enquete, afzender={"name": "Karin", "email": "karin@voorbeeld.nl"})
    empty(enquete)
    assert not Afzender.objects.exists()


def test_an_old_key_opens_and_a_lost_one_is_told_and_loses_nothing(enquete: Enquete) -> None:
    old, new = "old" * 20, "new" * 20
    with override_settings(SECRET_KEY=old):
        send(enquete)
    with override_settings(SECRET_KEY=new, SECRET_KEY_FALLBACKS=[]):
        assert empty(enquete) == 0
        assert problem() == ""
        with time_machine.travel(timezone.now() + timedelta(days=4)):
            assert "1 ingevulde" in problem()
    with override_settings(SECRET_KEY=new, SECRET_KEY_FALLBACKS=[old]):
        assert empty(enquete) == 1


def test_an_envelope_of_one_survey_opens_in_no_other(enquete: Enquete, haven: Wijk) -> None:
    send(enquete)
    other = survey(EnqueteIndexPage.objects.get(wijk=haven), title="Katten")
    Envelop.objects.update(enquete=other)
    assert empty(other) == 0


def test_the_clock_looks_every_ten_minutes() -> None:
    (job,) = [one for one in jobs() if one.task is empty_the_bus]
    assert job.trigger == {"minute": "*/10"}
