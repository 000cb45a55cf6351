"""Who gets the newsletters of the demo. All names are made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import cycle
from secrets import token_hex
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from core.mail.addresses import key_of
from nieuws.abonnees.lijsten import new_list
from nieuws.abonneren.consent import consent_text, keep_text
from nieuws.models import Abonnee, Abonnement, Kanaal, Lijst, Toestemming, Toestemmingstekst
from wijkteams.activiteiten.demo.guests import all_names
from wijkteams.models import Thema, Wijk

Status, Soort = Abonnement.Status, Toestemming.Soort
WAYS = (
    Kanaal.WEB,
    Kanaal.WEB,
    Kanaal.PAPIER,
    Kanaal.WEB,
    Kanaal.SPREEKUUR,
    Kanaal.IMPORT,
    Kanaal.WEB,
    Kanaal.TELEFOON,
)


def add_readers(wijk: Wijk | None, data: dict[str, Any], today: date) -> list[Lijst]:
    """The list of a ward (or of the city) and those of its themes, with people on each."""
    first = Lijst.objects.get(wijk=wijk, thema=None)
    if wijk is None:  # it was made before the city had its name
        first.title, first.description = data["lijst"], data["uitleg"]
        first.save()
    people = [*_people(data["lezers"])]
    _put(first, people, data.get("onbevestigd", 0), data.get("afgemeld", 0), today)
    lists = [first]
    for part in data.get("thema", []):
        lijst = new_list(wijk, Thema.objects.get(slug=part["slug"]))
        lijst.description = part["description"]
        lijst.save()
        _put(lijst, people[9 : 9 + part["lezers"]], 0, 0, today)
        lists.append(lijst)
    return lists


def _people(count: int) -> Iterator[Abonnee]:
    """New ones: nobody of another ward. First names go round with each other's surnames."""
    names = all_names()
    begin = Abonnee.objects.count()
    made = []
    for number in range(begin, begin + count):
        first = names[number % len(names)].partition(" ")[0]
        shift = 7 * (number // len(names)) + number
        last = names[shift % len(names)].partition(" ")[2]
        email = f"{slugify(first)}.{slugify(last)}.{number + 1}@voorbeeld.example"
        made.append(Abonnee(email=email, email_key=key_of(email), code=token_hex(16)))
    yield from Abonnee.objects.bulk_create(made)


def _put(lijst: Lijst, people: list[Abonnee], waiting: int, left: int, today: date) -> None:
    """The last ones did not press the button yet, those before them left again."""
    text = keep_text(consent_text([lijst], "nl"), "nl")
    rows = []
    for number, (abonnee, way) in enumerate(zip(people, cycle(WAYS), strict=False)):
        place = len(people) - number
        status = Status.ACTIEF
        if place <= waiting:
            status = Status.ONBEVESTIGD
        elif place <= waiting + left:
            status = Status.AFGEMELD
        rows.append(_row(lijst, abonnee, way, status, _asked_at(number, status, today)))
    Abonnement.objects.bulk_create(rows)
    for row in rows:
        row.created_at = row.asked_at
    Abonnement.objects.bulk_update(rows, ["created_at"])
    _write_consent(rows, text)


def _asked_at(number: int, status: str, today: date) -> datetime:
    """From last night to more than a year ago; who still has to confirm, asked this week."""
    days = 1 + number % 5 if status == Status.ONBEVESTIGD else 6 + (number * 37) % 420
    return timezone.make_aware(
        datetime.combine(today - timedelta(days=days), time(9 + number % 11, 7 * number % 60))
    )


def _row(lijst: Lijst, abonnee: Abonnee, way: str, status: str, asked: datetime) -> Abonnement:
    confirmed = None if status == Status.ONBEVESTIGD else asked + timedelta(hours=3)
    name = abonnee.email.partition("@")[0].replace(".", " ").rstrip(" 0123456789").title()
    return Abonnement(
        abonnee=abonnee,
        lijst=lijst,
        wijk=lijst.wijk,
        status=status,
        name="" if way == Kanaal.WEB and asked.minute % 2 else name,
        bron=way,
        code=token_hex(16),
        aanvraag="" if status == Status.AFGEMELD else token_hex(16),
        asked_at=asked,
        confirmed_at=confirmed,
        consent_at=confirmed,
        ended_at=timezone.now() - timedelta(days=4) if status == Status.AFGEMELD else None,
    )


def _write_consent(rows: list[Abonnement], text: Toestemmingstekst) -> None:
    """What each of them did, at the moment that they did it."""
    events = []
    for row in rows:
        invited = Soort.UITGENODIGD if row.bron == Kanaal.IMPORT else Soort.GEVRAAGD
        note = "lijst van de buurtvereniging, met toestemming" if row.bron == Kanaal.IMPORT else ""
        steps = [(invited, row.bron, row.asked_at), (Soort.BEVESTIGD, "web", row.confirmed_at)]
        steps.append((Soort.AFGEMELD, "web", row.ended_at))
        events += [
            Toestemming(
                abonnement=row,
                soort=soort,
                kanaal=way,
                tekst=None if soort == Soort.AFGEMELD else text,
                toelichting=note if soort == invited else "",
                moment=moment,
            )
            for soort, way, moment in steps
            if moment is not None
        ]
    moments = [event.moment for event in events]
    Toestemming.objects.bulk_create(events)
    for event, moment in zip(events, moments, strict=True):
        event.moment = moment
    Toestemming.objects.bulk_update(events, ["moment"])
