"""The mail server is away for a day (rule R-35): residents notice nothing, and nothing is lost.

The day passes by the clock of the worker: each of its lives begins some hours after the one before.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

from tests.drills.city import Cities, City
from tests.drills.newsletter_city import Found, look, plan
from tests.drills.report import Result
from tests.drills.sink import Sink

READERS, LETTERS, LATE = 200, 30, 5
HOUR = 3600
LIVES = (0, 16 * 60, 3 * HOUR, 12 * HOUR, 23 * HOUR)
BACK = 24 * HOUR
PATIENCE = 120
SLOWEST = 1.0
VISITOR = "nieuw@sluisdam.example"
OTHER_MAIL = """
from datetime import timedelta
from django.utils import timezone
from core.mail.outbox import enqueue_message
for number in range({letters}):
    enqueue_message(to=f'bewoner{{number}}@sluisdam.example', subject='Welkom', text='Dag.')
soon = timezone.now() + timedelta(hours=6)
for number in range({late}):
    enqueue_message(to=f'telaat{{number}}@sluisdam.example', subject='Vanavond', text='Kom.',
                    expires=soon)
"""


def a_day(cities: Cities) -> Result:
    """A newsletter, other mail and a new reader wait for a server that comes back after a day."""
    city, sink, begin = cities.copy(), Sink(), time.monotonic()
    sink.open()
    city.smtp_port = sink.port
    sink.close()
    editie = plan(city, READERS)
    city.manage("shell", "-v0", "-c", OTHER_MAIL.format(letters=LETTERS, late=LATE))
    try:
        slowest, wrong = visitor(city)
        tries = [live(city, after, lambda: next_try(city, editie)) for after in LIVES]
        alarm = "Queue:" in city.log.read_text()
        sink.open()
        wanted = READERS + LETTERS + 1
        live(city, BACK, lambda: len({to for to, _id in sink.got}) >= wanted)
        time.sleep(2)  # what would come twice may come now
    finally:
        city.stop()
        sink.close()
    found = look(city, sink, editie)
    good = slowest <= SLOWEST and not wrong and alarm and all(tries)
    return judge(found, sink, good, time.monotonic() - begin, f"traagste {slowest:.2f} s")


def visitor(city: City) -> tuple[float, int]:
    """Somebody asks for the newsletter meanwhile: how long it took, and whether it went wrong."""
    city.start()
    path = "/havenkwartier/nieuwsbrief/aanmelden/"
    city.browser().get(path)
    begin = time.monotonic()
    status, _headers, _body = city.browser().post(path, {"email": VISITOR, "naam": ""})
    seconds = time.monotonic() - begin
    city.stop()
    return seconds, int(status != 302)


def live(city: City, after: int, until: Callable[[], object]) -> bool:
    """A worker whose clock is so much later, until it did what there is to do; whether it did."""
    before = until()
    city.more_env["DRILL_CLOCK"] = str(after)
    city.start_worker()
    deadline = time.monotonic() + PATIENCE
    while (done := until()) == before and time.monotonic() < deadline:
        time.sleep(0.3)
    if after == LIVES[1]:
        time.sleep(6)  # the look at the queue comes after that
    city.stop()
    return done != before


def next_try(city: City, editie: int) -> object:
    """The moment that changes with each try."""
    return city.rows(f"SELECT next_try_at FROM nieuws_editie WHERE id = {editie}")[0][0]  # noqa: S608


def judge(found: Found, sink: Sink, good: bool, seconds: float, note: str) -> Result:
    """All of it once, in order, and nothing that was too late."""
    got = Counter(to for to, _id in sink.got)
    wanted = [*found.rows, *(f"bewoner{n}@sluisdam.example" for n in range(LETTERS)), VISITOR]
    lost = [who for who in wanted if not got[who]]
    # Others of the demo city may get two mails that are not the same: a letter and a reminder.
    same = Counter(pair for pair in sink.got if pair[0] not in set(wanted))
    again = {who: got[who] for who in wanted} | {to: times for (to, _id), times in same.items()}
    double = sum(times - 1 for times in again.values() if times > 1)
    twice = ", ".join(sorted(who.partition("@")[0] for who, times in again.items() if times > 1))
    late = sum(times for who, times in got.items() if who.startswith("telaat"))
    numbers = [int(to[5 : to.index("@")]) for to, _id in sink.got if to.startswith("lezer")]
    in_order = numbers == sorted(numbers)
    whole = not (lost or double or late or found.untrue) and found.edition == "klaar"
    return Result(
        "een dag zonder mailserver",
        writes=len(wanted),
        lost=len(lost),
        double=double,
        seconds=seconds,
        good=good and whole and in_order,
        note=f"{note} voor wie zich intussen aanmeldt; alarm na een kwartier; {late} te laat"
        + ("" if in_order else "; niet op volgorde")
        + (f"; dubbel: {twice}" if twice else ""),
    )
