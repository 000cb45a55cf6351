"""Surveys with answers, as the tests of results need them."""

from __future__ import annotations

import random
import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from enquetes.bus.signals import laid_down
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Inzending
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

DOGS, WHY, MARK, AGE, WISHES, ROWS, PLACE, ORDER = range(1, 9)
FOLLOW_UP = [("quote", {"quote": "Wij maken twee veldjes.", "source": ""})]


def list_of(wijk: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=wijk, locale__language_code="nl")


def dogs(wijk: Wijk, **fields: Any) -> Enquete:
    """A survey with most kinds of questions, split by age."""
    fields = {"vervolg": FOLLOW_UP} | fields
    first = step(
        1,
        question("keuze", DOGS, "Ja", "Nee", "Soms", weet_niet=False),
        question("lang", WHY),
        question("schaal", MARK, maximum="5", weet_niet=False),
        question("keuze", AGE, "Jong", "Oud", weet_niet=False, uitsplitsen=True),
    )
    second = step(
        2,
        question("keuzes", WISHES, "Veld", "Zakjes", "Borden", weet_niet=False),
        question("kaart", PLACE),
        question("rangorde", ORDER, "Een", "Twee", "Drie"),
    )
    return survey(list_of(wijk), first, second, **fields)


def answers(seed: int = 1) -> dict[str, Any]:
    """What somebody answers, the same for the same seed."""
    chance = random.Random(seed)
    order = [key(ORDER * 100 + at) for at in (1, 2, 3)]
    chance.shuffle(order)
    return {
        key(DOGS): key(DOGS * 100 + chance.choice([1, 2, 2, 3])),
        key(WHY): f"Omdat {seed}",
        key(MARK): chance.randint(1, 5),
        key(AGE): key(AGE * 100 + chance.choice([1, 2])),
        key(WISHES): [key(WISHES * 100 + at) for at in (1, 2, 3) if chance.random() < 0.5],
        key(PLACE): [4.9 + chance.randint(0, 3) / 100, 52.01],
        key(ORDER): order,
    }


def lay_down(enquete: Enquete, *given: dict[str, Any], kanaal: str = "web") -> list[Inzending]:
    """Answers that count, as the bus lays them down."""
    rows = [
        Inzending(
            id=uuid.uuid4(),
            enquete=enquete,
            versie=enquete.versie,
            kanaal=kanaal,
            dag=timezone.localdate(),
            antwoorden=one,
        )
        for one in given
    ]
    Inzending.objects.bulk_create(rows)
    laid_down.send(Enquete, enquete=enquete, inzendingen=rows)
    return rows


def close(enquete: Enquete, hours: int = 2) -> Enquete:
    """It closed so long ago."""
    moment = timezone.now() - timedelta(hours=hours)
    EnquetePage.objects.filter(translation_key=enquete.translation_key).update(closes_at=moment)
    Enquete.objects.filter(pk=enquete.pk).update(closes_at=moment)
    return Enquete.objects.get(pk=enquete.pk)


def page_of(enquete: Enquete) -> EnquetePage:
    return EnquetePage.objects.get(translation_key=enquete.translation_key)
