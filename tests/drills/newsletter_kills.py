"""kill -9 of the senders of a newsletter: nobody gets none, nobody gets two (rule R-33)."""

from __future__ import annotations

import random
import time

from tests.drills.city import Cities, City
from tests.drills.newsletter_city import Found, is_over, look, plan
from tests.drills.nursery import Nursery
from tests.drills.report import Result
from tests.drills.sink import Sink

READERS, KILLS = 3000, 20
FEWER, FEW_KILLS = 600, 5
PAUSE = 0.02
"What the server takes for each mail: so that twenty kills fit in."
PATIENCE = 300


def with_relay(cities: Cities) -> Result:
    """The relay can be asked by Message-ID: exactly once."""
    found, seconds = send(cities, READERS, KILLS, seed=33, asks=True)
    good = is_whole(found, READERS) and found.double == 0 and found.unsure == 0
    return result(found, READERS, KILLS, seconds, good, "elk precies één keer")


def without_relay(cities: Cities) -> Result:
    """It cannot: never two, and at most one per kill of which a person must decide."""
    found, seconds = send(cities, READERS, KILLS, seed=34)
    control, _seconds = send(cities, FEWER, FEW_KILLS, seed=35, forget=True)
    good = is_whole(found, READERS) and found.double == 0 and found.unsure <= KILLS
    note = f"{found.unsure} onzeker, met een knop; tegenproef zonder logboek: {control.double} "
    note += f"dubbel bij {FEW_KILLS} kills"
    return result(found, READERS, KILLS, seconds, good and control.double > 0, note)


def is_whole(found: Found, readers: int) -> bool:
    """Nobody forgotten, and what the rows say is what the sink got."""
    return (
        len(found.rows) == readers
        and found.lost == 0
        and found.untrue == 0
        and found.edition == "klaar"
    )


def result(found: Found, readers: int, kills: int, seconds: float, good: bool, note: str) -> Result:
    """As a row of the table."""
    if found.untrue or found.edition != "klaar":
        note += f"; {found.untrue} rijen kloppen niet, stand {found.edition}"
    return Result(
        "nieuwsbrief",
        kills=kills,
        writes=readers,
        lost=found.lost,
        double=found.double,
        seconds=seconds,
        good=good,
        note=note,
    )


def send(
    cities: Cities, readers: int, kills: int, *, seed: int, asks: bool = False, forget: bool = False
) -> tuple[Found, float]:
    """Two workers, of which one after the other dies; each death hits a worker that sends."""
    city, chance = cities.copy(), random.Random(seed)
    log = city.folder.with_name(f"{city.folder.name}.mail.log")
    sink = Sink(pause=PAUSE, log=log if asks else None)
    sink.open()
    city.smtp_port = sink.port
    if asks:
        city.more_env["NEWSLETTER_RELAY_LOG"] = str(log)
    if forget:
        city.more_env["DRILL_FORGET"] = "1"
    editie, begin = plan(city, readers), time.monotonic()
    try:
        with Nursery(city) as nursery:
            nursery.start()
            nursery.start()
            for _kill in range(kills):
                until_it_sends(sink)
                time.sleep(chance.uniform(0, 1))
                nursery.kill(chance.randrange(2))
                nursery.start()
            until_over(city, editie)
            time.sleep(3)  # what would come twice may come now
    finally:
        sink.close()
    return look(city, sink, editie), time.monotonic() - begin


def until_it_sends(sink: Sink) -> None:
    """A kill of a sender that sends nothing proves nothing."""
    before, deadline = len(sink.got), time.monotonic() + 60
    while len(sink.got) < before + 5 and time.monotonic() < deadline:
        time.sleep(0.01)


def until_over(city: City, editie: int) -> None:
    """All that can leave has left."""
    deadline = time.monotonic() + PATIENCE
    while not is_over(city, editie) and time.monotonic() < deadline:
        time.sleep(0.5)
