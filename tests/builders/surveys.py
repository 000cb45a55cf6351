"""Large surveys: many questions of all kinds that are counted, and very many answers."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone

from enquetes.models import Enquete, EnqueteIndexPage, Inzending, Versie
from enquetes.vragen import Soort, Vraag
from enquetes.vragen.antwoord import JA, NEE, Antwoorden
from tests.factories.enquetes import question, step, survey
from wijkteams.kanaal import Kanaal
from wijkteams.models import Wijk

AT_ONCE = 2000
PER_STEP = 10
CHANNELS = [*[Kanaal.WEB] * 7, Kanaal.PAPIER, Kanaal.PAPIER, Kanaal.TELEFOON]
WORDS = "Ik zou graag zien dat er een bankje komt bij het water, en wat meer licht. "


@dataclass(frozen=True)
class Built:
    """What was made, and how long that took."""

    enquete: Enquete
    answers: int
    seconds: float


def build_survey(wijk: Wijk, *, questions: int = 40, answers: int = 0, **fields: Any) -> Built:
    """A published survey; closed and answered when there are answers."""
    index = EnqueteIndexPage.objects.get(wijk=wijk, locale__language_code="nl")
    blocks = [_question(number) for number in range(1, questions + 1)]
    steps = [
        step(1 + start // PER_STEP, *blocks[start : start + PER_STEP])
        for start in range(0, questions, PER_STEP)
    ]
    fields = {"title": f"Enquête van {questions} vragen", **fields}
    enquete = survey(index, *steps, **fields)
    began = time.monotonic()
    if answers:
        _answer(enquete, answers)
        enquete.closes_at = timezone.now() - timedelta(hours=2)
        enquete.save(update_fields=["closes_at"])
    return Built(enquete, answers, time.monotonic() - began)


def _question(number: int) -> dict[str, Any]:
    words = f"Wat vindt u van onderwerp {number}?"
    match number % 8:
        case 1 | 5:
            split = number <= 9
            names = ("Heel goed", "Goed", "Matig", "Slecht")
            return question("keuze", number, *names, uitsplitsen=split, text=words)
        case 2 | 6:
            names = ("Groen", "Veilig", "Schoon", "Rustig", "Levendig", "Betaalbaar")
            return question("keuzes", number, *names, anders=True, text=words)
        case 3:
            return question("schaal", number, maximum="10", weet_niet=True, text=words)
        case 4:
            return question("ja_nee", number, weet_niet=True, text=words)
        case 7:
            return question("rangorde", number, "Park", "Plein", "Speeltuin", text=words)
    return question("lang", number, text=words)


def _answer(enquete: Enquete, answers: int) -> None:
    """In batches: nobody waits for a list of a hundred thousand."""
    versie = enquete.versie
    assert versie is not None
    random, vragen = Random(answers), list(versie.vragenlijst.vragen())
    for start in range(0, answers, AT_ONCE):
        count = min(AT_ONCE, answers - start)
        Inzending.objects.bulk_create(
            [_row(enquete, versie, vragen, random) for _number in range(count)], batch_size=500
        )


def _row(enquete: Enquete, versie: Versie, vragen: list[Vraag], random: Random) -> Inzending:
    return Inzending(
        id=uuid.UUID(int=random.getrandbits(128), version=4),
        enquete=enquete,
        versie=versie,
        kanaal=random.choice(CHANNELS),
        dag=timezone.localdate() - timedelta(random.randrange(2, 30)),
        antwoorden=answers_to(vragen, random),
    )


def answers_to(vragen: list[Vraag], random: Random) -> Antwoorden:
    """What one person answers; one in twenty skips a question."""
    return {vraag.id: _value(vraag, random) for vraag in vragen if random.random() < 0.95}


def _value(vraag: Vraag, random: Random) -> Any:
    keys = [optie.id for optie in vraag.opties]
    match vraag.soort:
        case Soort.KEUZE:
            return keys[int(len(keys) * random.random() ** 2)]
        case Soort.KEUZES:
            return random.sample(keys, random.randint(1, 3))
        case Soort.SCHAAL:
            return random.randint(1, 10)
        case Soort.JA_NEE:
            return random.choice([JA, NEE])
        case Soort.RANGORDE:
            return random.sample(keys, len(keys))
    return WORDS * random.randint(1, 3)
