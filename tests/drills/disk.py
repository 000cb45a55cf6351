"""A disk that is full or read-only, a database that is away: an honest 503, and back by itself."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.drills.browser import Reader
from tests.drills.city import Cities, City
from tests.drills.kills import Writer, readable
from tests.drills.report import Result

TRIES = 6
BACK_WITHIN = 30  # seconds


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """A file system of its own. Needs root; without it the drill says so."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def remount(folder: Path, how: str) -> None:
    """Read-only or not; a request that is under way may hold it for a moment."""
    for _try in range(50):
        done = subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], capture_output=True)
        if done.returncode == 0:
            return
        time.sleep(0.1)
    raise AssertionError(f"remount,{how}: {done.stderr.decode()}")


@dataclass
class Trouble:
    """What people were answered while it lasted, and afterwards."""

    statuses: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    told: int = 0
    "How many times it said that it worked; each must be found afterwards."
    lost: int = 0
    writes: int = 0

    def result(self, name: str, begin: float, note: str = "") -> Result:
        """As a line of the report."""
        told = ", ".join(f"{self.statuses.count(s)}×{s}" for s in sorted(set(self.statuses)))
        return Result(
            name,
            time.monotonic() - begin,
            good=not self.wrong and not self.lost and 503 in self.statuses,
            writes=self.writes,
            lost=self.lost,
            note="; ".join(filter(None, [f"antwoorden: {told}", note, *self.wrong])),
        )


def try_all(city: City, writer: Writer, trouble: Trouble, *, timeout: float = 40) -> None:
    """Publish and upload while it lasts; nothing but an honest yes or an honest 503."""
    told: dict[str, str] = {}
    for number in range(TRIES):
        title = f"nood-{number}"
        status, _location = (writer.publish if number % 2 else writer.upload)(title)
        trouble.statuses.append(status)
        trouble.writes += 1
        if status == 302:
            told[title] = "pagina" if number % 2 else "foto"
        elif status != 503:
            trouble.wrong.append(f"{title}: {status}")
    browser = city.browser()
    status = browser.get("/livez")[0]
    if status != 200:
        trouble.wrong.append(f"livez {status}")
    trouble.told = len(told)
    writer.pages = [title for title, kind in told.items() if kind == "pagina"]
    writer.pictures = [title for title, kind in told.items() if kind == "foto"]


def after(city: City, writer: Writer, trouble: Trouble) -> None:
    """It is over: the site is well again by itself, and every yes was true."""
    deadline = time.monotonic() + BACK_WITHIN
    while city.browser().get("/healthz")[0] != 200:
        if time.monotonic() > deadline:
            body = city.browser().get("/healthz")[2].decode()
            trouble.wrong.append(f"niet terug: {body[:80]}")
            break
        time.sleep(0.5)
    for post in (writer.publish, writer.upload):
        status, _location = post(f"daarna-{post.__name__}")
        if status != 302:
            trouble.wrong.append(f"daarna {post.__name__}: {status}")
    titles = {title for (title,) in city.rows("SELECT title FROM wagtailcore_page")}
    files = {str(t): str(f) for t, f in city.rows("SELECT title, file FROM wijkteams_image")}
    private = city.folder / "private"
    found = sum(title in titles for title in writer.pages if title.startswith("nood"))
    found += sum(readable(private, files.get(title)) for title in writer.pictures)
    trouble.lost = trouble.told - found
    city.manage("controleer_bestanden", "--ouder-dan", "0", "--opruimen", check=False)
    told = city.manage("controleer_bestanden", "--ouder-dan", "0", check=False).stdout
    if "0 losse bestanden, 0 ontbrekende" not in told:
        trouble.wrong.append("bestanden en rijen kloppen niet")


def healthz_says(city: City, trouble: Trouble, status: int = 503) -> None:
    """Who watches the site can see it."""
    found = city.browser().get("/healthz")[0]
    if found != status:
        trouble.wrong.append(f"healthz {found}")


def full(cities: Cities) -> Result:
    """No byte is left where the site keeps its things."""
    name, begin, trouble = "volle schijf", time.monotonic(), Trouble()
    if os.geteuid() != 0:
        return Result(name, 0, good=True, note="overgeslagen: alleen root kan een schijf maken")
    room = cities.room / "vol"
    with small_disk(room, 120):
        city = cities.copy(room / "stad")
        city.log = cities.room / "vol.log"
        writer = _writer(city)
        try:
            fill(room / "vulling")
            try_all(city, writer, trouble)
            healthz_says(city, trouble)
            (room / "vulling").unlink()
            after(city, writer, trouble)
        finally:
            city.stop()
    return trouble.result(name, begin)


def fill(path: Path) -> None:
    """Until nothing fits any more."""
    with path.open("wb", buffering=0) as file:
        for size in (2**20, 4096, 1):
            try:
                while True:
                    file.write(b"0" * size)
            except OSError:
                continue


def read_only(cities: Cities) -> Result:
    """The database may be read but not written."""
    name, begin, trouble = "alleen-lezen database", time.monotonic(), Trouble()
    if cities.vendor == "postgresql":
        city = cities.copy()
        writer = _writer(city)
        try:
            _postgres(cities, city, "SET default_transaction_read_only = on")
            try_all(city, writer, trouble)
            healthz_says(city, trouble)
            _postgres(cities, city, "RESET default_transaction_read_only")
            after(city, writer, trouble)
        finally:
            city.stop()
        return trouble.result(name, begin)
    if os.geteuid() != 0:
        return Result(name, 0, good=True, note="overgeslagen: alleen root kan een schijf maken")
    room = cities.room / "vast"
    with small_disk(room, 200):
        city = cities.copy(room / "stad")
        city.log = cities.room / "vast.log"
        writer = _writer(city)
        try:
            remount(room, "ro")
            try_all(city, writer, trouble)
            healthz_says(city, trouble)
            remount(room, "rw")
            after(city, writer, trouble)
        finally:
            city.stop()
    return trouble.result(name, begin)


def away(cities: Cities) -> Result:
    """PostgreSQL lets nobody in; SQLite is held by another program."""
    begin, trouble, city = time.monotonic(), Trouble(), cities.copy()
    writer = _writer(city)
    try:
        if cities.vendor == "postgresql":
            kept = _kept_front_page(city)
            _postgres(cities, city, "ALLOW_CONNECTIONS false")
            try_all(city, writer, trouble)
            healthz_says(city, trouble)
            for address, reader in (("/", city.browser()), ("/?x=1", Reader(city.port))):
                if reader.get(address)[0] != 503:
                    trouble.wrong.append(f"{address} geen 503")
            if Reader(city.port).get("/")[2] != kept:
                trouble.wrong.append("de bewaarde voorpagina is weg")
            _postgres(cities, city, "ALLOW_CONNECTIONS true")
        else:
            holder = sqlite3.connect(city.folder / "db.sqlite3", isolation_level=None)
            holder.execute("BEGIN EXCLUSIVE")
            status, _location = writer.publish("nood-0")
            trouble.statuses.append(status)
            trouble.writes = 1
            if status != 503:
                trouble.wrong.append(f"bezet: {status}")
            holder.execute("ROLLBACK")
            holder.close()
        after(city, writer, trouble)
    finally:
        city.stop()
    return trouble.result("database weg of bezet", begin)


def _kept_front_page(city: City) -> bytes:
    """The front page, once it is kept: readers get it without the database."""
    reader = Reader(city.port)
    for _try in range(20):
        status, headers, body = reader.get("/")
        if status == 200 and headers.get("ETag", "").startswith('"'):
            return body
        time.sleep(0.5)
    raise AssertionError("the front page is not kept")


def _writer(city: City) -> Writer:
    """Joris, on a running site."""
    facts = city.facts()
    city.start()
    return Writer("nood", city.browser(facts["session"]), facts)


def _postgres(cities: Cities, city: City, what: str) -> None:
    """Change the database, and end who is in it."""
    name = city.url.partition("?")[0].rpartition("/")[2]
    ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(cities.server, autocommit=True) as server:
        verb = "WITH " if what.startswith("ALLOW") else ""
        server.execute(f"ALTER DATABASE {name} {verb}{what}")  # type: ignore[arg-type]
        server.execute(ends, [name])
