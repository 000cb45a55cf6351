"""The answers to a demo survey, all at once: four hundred of them must not take a minute."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from enquetes.demo.answers import People
from enquetes.demo.questions import id_of, name_of
from enquetes.demo.quotes import Quotes
from enquetes.models import Enquete, Inzending, Versie
from enquetes.vragen.antwoord import Antwoorden, anders_key
from wijkteams.models import Buurt


def add_answers(
    enquete: Enquete, people: People, data: dict[str, Any], today: date
) -> list[Inzending]:
    """As many from each channel as the file says, laid down on the days that it was open."""
    versie, random = enquete.versie, people.random
    if versie is None:
        return []
    days = _days(data, today)
    rows = [
        Inzending(
            id=uuid.UUID(int=random.getrandbits(128), version=4),
            enquete=enquete,
            versie=versie,
            kanaal=kanaal,
            language=language,
            dag=random.choice(days),
            antwoorden=people.answer(),
        )
        for kanaal, language in _ways(data, random)
    ]
    for row in rows:
        row.buurt_id = _buurt_in(row.antwoorden, people)
    Inzending.objects.bulk_create(rows, batch_size=500)
    if data.get("gelezen"):
        people.quotes.read_all(enquete, rows)
    return rows


def people_of(enquete: Enquete, versie: Versie, data: dict[str, Any]) -> People:
    """Who answer this survey."""
    name, words, texts = name_of(data), {}, {}
    for vraag in (vraag for stap in data["stap"] for vraag in stap["vraag"]):
        key = id_of(name, vraag["id"])
        words[key] = vraag
        texts[key] = list(vraag.get("teksten", []))
        texts[anders_key(key)] = list(vraag.get("anders_teksten", []))
    buurten = Buurt.objects.filter(wijk=enquete.wijk_id) if enquete.wijk_id else Buurt.objects.all()
    keys = [str(pk) for pk in buurten.order_by("pk").values_list("pk", flat=True)]
    return People(
        versie.vragenlijst,
        keys,
        words,
        Quotes(texts),
        Random(data["slug"]),
        data.get("plekken", []),
    )


def _ways(data: dict[str, Any], random: Random) -> Iterator[tuple[str, str]]:
    """How each came in, and in which language; mixed, so that the first are not all of one."""
    languages: dict[str, float] = data.get("talen", {"nl": 1})
    ways = [way for way, count in data["antwoorden"].items() for _number in range(count)]
    random.shuffle(ways)
    for way in ways:
        yield way, random.choices(list(languages), list(languages.values()))[0]


def _days(data: dict[str, Any], today: date) -> list[date]:
    last = min(-1, data.get("dicht", -1))
    return [today + timedelta(days) for days in range(data["open"] + 1, last + 1)]


def _buurt_in(antwoorden: Antwoorden, people: People) -> int | None:
    """Where somebody says to live."""
    found = [value for value in antwoorden.values() if value in people.buurten]
    return int(found[0]) if found else None
