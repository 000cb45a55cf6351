"""Two hundred people for ten places: nobody too many, nobody lost (rule R-31)."""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.drills.bookings_log import HOLDING, over, watch
from tests.drills.city import Cities, City
from tests.drills.crowd import Answer, Ask, crowd
from tests.drills.report import Result

PLACES, FEWER, PEOPLE, CANCELS = 10, 8, 200, 50
SLOWEST = {"sqlite": 3.0, "postgresql": 1.0}
SETUP = """
import json
from tests.factories.activiteiten import activiteit_page
from wijkteams.activiteiten.aanmelden.links import sign_up_url
from wijkteams.activiteiten.models import AgendaPage, Keer
agenda = AgendaPage.objects.get(wijk__slug='havenkwartier', locale__language_code='nl')
page = activiteit_page(agenda, 'Oefening', inschrijving='beperkt', capacity={places})
keer = Keer.objects.get(activiteit__translation_key=page.translation_key)
path = sign_up_url(page, keer.slug)
print(json.dumps({{'path': path, 'page': page.pk, 'id': keer.activiteit_id}}))
"""
CAPACITY = """
import time
from pathlib import Path
from wijkteams.activiteiten.models import ActiviteitPage
page = ActiviteitPage.objects.get(pk={page})
Path({ready!r}).touch()
while not Path({go!r}).exists():
    time.sleep(0.01)
page.capacity = {places}
page.save_revision().publish()
"""
LINK = re.compile(r"https?://[^/\s]+(/aanmelding/\S+)")


@dataclass(frozen=True)
class Booking:
    """The activity that everybody wants to come to."""

    city: City
    path: str
    page: int
    id: int

    def people(self) -> dict[str, tuple[str, int]]:
        """By address, how it stands and with how many."""
        rows = self.city.rows(
            "SELECT email, status, places FROM activiteiten_aanmelding"  # noqa: S608
            f" WHERE activiteit_id = {self.id} ORDER BY id"
        )
        return {str(email): (str(status), int(str(places))) for email, status, places in rows}

    def taken(self) -> int:
        """The places that are kept."""
        return sum(places for status, places in self.people().values() if status in HOLDING)

    def mails(self) -> list[dict[str, Any]]:
        """All that lies in the outbox."""
        rows = self.city.rows(
            "SELECT args_kwargs FROM django_tasks_database_dbtaskresult"
            " WHERE task_path = 'core.mail.outbox.deliver' ORDER BY enqueued_at"
        )
        read = [json.loads(row) if isinstance(row, str) else row for (row,) in rows]
        return [mail["kwargs"] for mail in read if "bewoner" in mail["kwargs"]["to"]]

    def link_of(self, who: str) -> str:
        """The link in the first mail to somebody."""
        texts = [mail["text"] for mail in self.mails() if mail["to"] == who]
        return LINK.findall(texts[0])[0]


def open_booking(city: City) -> Booking:
    """A page with ten places, and a trigger that writes down how full it is."""
    out = city.manage("shell", "-v0", "-c", SETUP.format(places=PLACES)).stdout
    facts = json.loads(out.strip().splitlines()[-1])
    watch(city.url, facts["id"])
    return Booking(city, facts["path"], facts["page"], facts["id"])


def form(booking: Booking, number: int, places: int, key: str = "") -> Ask:
    """What somebody sends."""
    who = f"bewoner{number}@sluisdam.example"
    fields = {
        "naam": f"Bewoner {number}",
        "email": who,
        "volwassenen": str(places),
        "kinderen": "0",
        "sleutel": key or f"sleutel-{number}",
    }
    return Ask(who, booking.path, fields)


def bookings(cities: Cities) -> Result:
    """Sign-ups, double clicks, the same person again, cancels, fewer places: all at once."""
    city, begin, chance = cities.copy(), time.monotonic(), random.Random(6)
    booking = open_booking(city)
    city.start()
    try:
        crowd(city.port, [Ask("warm", "/zoeken/") for _process in range(16)])
        groups = {number: chance.randint(1, 4) for number in range(PEOPLE)}
        asks = [form(booking, number, places) for number, places in groups.items()]
        asks += asks[::10] + [form(booking, n, groups[n], "nog eens") for n in range(5, PEOPLE, 20)]
        chance.shuffle(asks)
        first = crowd(city.port, asks)
        full = booking.taken()
        storm = cancels(booking, chance)
        settle(booking)
    finally:
        city.stop()
    slow, control = rush(cities, "slowly"), rush(cities, "unlocked")
    return judge(booking, [*first, *storm], full, (slow, control), time.monotonic() - begin)


def cancels(booking: Booking, chance: random.Random) -> list[Answer]:
    """Fifty leave while others come, and while the number of places is lowered."""
    people, mails = booking.people(), booking.mails()
    links = {mail["to"]: LINK.findall(mail["text"])[0] for mail in reversed(mails)}
    coming = [who for who, (status, _places) in people.items() if status in HOLDING]
    waiting = [who for who, (status, _places) in people.items() if status not in HOLDING]
    leaving = [*coming, *chance.sample(waiting, CANCELS - len(coming))]
    asks = [Ask(who, links[who], {"actie": "afmelden"}) for who in leaving * 2]
    asks += [form(booking, number, 1) for number in range(PEOPLE, PEOPLE + CANCELS)]
    chance.shuffle(asks)
    change = change_capacity(booking, FEWER)
    answers = crowd(booking.city.port, asks)
    change.wait(60)
    return answers


def change_capacity(booking: Booking, places: int) -> Any:
    """A volunteer publishes the page with another number, in a process of her own."""
    folder = booking.city.folder
    ready, go = folder / f"klaar-{places}", folder / f"nu-{places}"
    code = CAPACITY.format(page=booking.page, places=places, ready=str(ready), go=str(go))
    process = booking.city._spawn("manage.py", "shell", "-v0", "-c", code)
    until(ready)
    go.touch()
    return process


def until(path: Path) -> None:
    """Wait for a file."""
    deadline = time.monotonic() + 60
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.02)


def settle(booking: Booking) -> None:
    """All the places are there again: what is free is offered."""
    change_capacity(booking, PLACES).wait(60)


def rush(cities: Cities, app: str) -> int:
    """All at once, with a gap between looking and writing, the same with and without the lock.

    Gives how many got one of the ten places. Errors do not count.
    """
    city = cities.copy()
    booking = open_booking(city)
    city.start(app=f"tests.drills.{app}")
    try:
        asks = [form(booking, number, 1) for number in range(PEOPLE)]
        answered = Counter(answer.status for answer in crowd(city.port, asks))
        print(f"{app}: antwoorden {dict(answered)}")
        return booking.taken()
    finally:
        city.stop()


def judge(
    booking: Booking,
    answers: list[Answer],
    full: int,
    controls: tuple[int, int],
    seconds: float,
) -> Result:
    """Compare what people were told with the rows, the log of the trigger and the outbox."""
    people, mails = booking.people(), booking.mails()
    told = {answer.who for answer in answers if answer.status == 302}
    lost = [who for who in told if who not in people]
    wrong = Counter(answer.status for answer in answers if answer.status != 302)
    rows = booking.city.rows(
        "SELECT email, COUNT(*) FROM activiteiten_aanmelding"  # noqa: S608
        f" WHERE activiteit_id = {booking.id} GROUP BY email HAVING COUNT(*) > 1"
    )
    offers = Counter(mail["to"] for mail in mails if mail["subject"].startswith("Er is een plek"))
    lost += [who for who in people if who not in {mail["to"] for mail in mails}]
    free = PLACES - booking.taken()
    fits = [who for who, (status, n) in people.items() if status == "wachtlijst" and n <= free]
    slowest = max(answer.seconds for answer in answers)
    most, too_many = over(booking.city.url)
    slow, control = controls
    good = not (lost or wrong or rows or too_many or fits) and max(offers.values(), default=0) == 1
    vendor = "sqlite" if booking.city.url.startswith("sqlite") else "postgresql"
    return Result(
        "200 aanmeldingen tegelijk voor 10 plekken",
        writes=len(answers),
        lost=len(lost),
        double=len(rows),
        seconds=seconds,
        good=good and full == slow == PLACES < control and slowest < SLOWEST[vendor],
        note=f"hoogstens {most} van {PLACES} bezet, {too_many} keer te veel; "
        f"{sum(offers.values())} plekken doorgegeven, elk aan één; traagste {slowest:.2f} s; "
        f"met een gat tussen kijken en schrijven: {slow} van {PLACES}, en zonder slot {control}"
        + (f"; antwoorden {dict(wrong)}" if wrong else "")
        + (f"; wacht terwijl er plek is: {len(fits)}" if fits else ""),
    )
