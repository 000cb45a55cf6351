"""Backup during writes, restore, erased people, and a migration that is killed."""

from __future__ import annotations

import gzip
import random
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

import psycopg

from tests.drills.city import ROOT, Cities, City
from tests.drills.database import differences, dump
from tests.drills.report import Result

JORIS = "joris@sluisdam.example"
# What a restore writes itself: when a migration was noted, what the nightly round removed.
OWN = {"django_migrations", "core_wislog", "core_klokslag"}
YES = "ja, vervang alles"


class Pairs(threading.Thread):
    """Fifty times a second two rows in one transaction: half a pair would be half a moment."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.url, self.end, self.done, self.errors = url, threading.Event(), 0, 0

    def run(self) -> None:
        begin = time.monotonic()
        sqlite = self.url.startswith("sqlite")
        connection = (
            sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=20, isolation_level=None)
            if sqlite
            else psycopg.connect(self.url, autocommit=True)
        )
        now = "datetime('now')" if sqlite else "now()"
        insert = f"INSERT INTO core_wislog (created_at, processing, count) VALUES ({now}, 'paar', "  # noqa: S608
        while not self.end.is_set():
            number = self.done + 1
            try:
                connection.execute("BEGIN IMMEDIATE" if sqlite else "BEGIN")
                connection.execute(f"{insert}{number})")  # type: ignore[arg-type]
                connection.execute(f"{insert}{number})")  # type: ignore[arg-type]
                connection.execute("COMMIT")
                self.done = number
            except (sqlite3.Error, psycopg.Error):
                self.errors += 1
            time.sleep(max(0, begin + number / 50 - time.monotonic()))
        connection.close()


def key_for(cities: Cities) -> Path:
    """A key of this drill."""
    path = cities.room / "sleutel"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(32))
        path.chmod(0o600)
    return path


def archive(cities: Cities, city: City) -> Path:
    """Make one, and give it a folder of its own with the list beside it."""
    folder = cities.room / f"kopie-{city.folder.name}-{secrets.token_hex(3)}"
    city.manage("backup", folder, "--sleutel", key_for(cities))
    [found] = folder.glob("*.kopie")
    return found


def restored(cities: Cities, path: Path, port: int, *, to: City | None = None) -> City:
    """A new machine, with the old SECRET_KEY, on which the archive was put back."""
    city = to or cities.empty()
    city.port = port  # the address of the site follows from the settings, not from the archive
    shutil.copy(cities.first.folder / "demo-secret-key", city.folder)
    city.manage("restore", path, "--sleutel", key_for(cities))
    return city


def digests(city: City) -> dict[str, str]:
    """Every file of people, with its hash."""
    return {
        str(path.relative_to(city.folder)): sha256(path.read_bytes()).hexdigest()
        for room in ("media", "private")
        for path in sorted((city.folder / room).rglob("*"))
        if path.is_file()
    }


def backup_during_writes(cities: Cities) -> Result:
    """One moment in the archive; then, in silence, every row and byte the same after a restore."""
    begin, city = time.monotonic(), cities.copy()
    city.manage("migrate", "-v0")
    pairs = Pairs(city.url)
    pairs.start()
    started = time.monotonic()
    time.sleep(2)
    busy = archive(cities, city)
    time.sleep(1)
    pairs.end.set()
    pairs.join(30)
    rate = pairs.done / (time.monotonic() - started)

    sql = "SELECT count FROM core_wislog WHERE processing = 'paar'"
    kept = Counter(int(str(n)) for (n,) in restored(cities, busy, city.port).rows(sql))
    whole = set(kept.values()) == {2} and sorted(kept) == list(range(1, len(kept) + 1))

    quiet = archive(cities, city)
    fresh = restored(cities, quiet, city.port)
    wrong = differences(dump(city.url), dump(fresh.url))
    files = digests(city) == digests(fresh)
    if cities.vendor == "postgresql":
        wrong |= _by_way_of_sqlite(cities, quiet, city)
    strange = {table: count for table, count in wrong.items() if table not in OWN}
    seconds = _how_long(city, cities, quiet)
    return Result(
        "kopie tijdens schrijven, terugzetten",
        time.monotonic() - begin,
        good=whole and not strange and files and not pairs.errors and rate > 40,
        writes=pairs.done,
        lost=sum(strange.values()),
        note=f"{rate:.0f} per seconde, {len(kept)} paren in de kopie, alle heel; "
        f"{len(digests(city))} bestanden gelijk; terugzetten {seconds:.0f} s"
        + (f"; anders: {strange}" if strange else ""),
    )


def _by_way_of_sqlite(cities: Cities, path: Path, city: City) -> dict[str, int]:
    """From PostgreSQL to SQLite and back: still the same rows."""
    folder = cities.room / "omweg"
    folder.mkdir()
    between = City(folder, f"sqlite:///{folder / 'db.sqlite3'}")
    restored(cities, path, city.port, to=between)
    back = restored(cities, archive(cities, between), city.port)
    there = dump(back.url)
    for table in ("django_content_type", "auth_permission"):
        # Of a table of the search index that only SQLite has: nobody uses them here.
        there[table] = [row for row in there[table] if "sqliteftsindexentry" not in row]
    return differences(dump(city.url), there)


def _how_long(city: City, cities: Cities, path: Path) -> float:
    begin = time.monotonic()
    city.manage("restore", path, "--sleutel", key_for(cities), "--vervang", YES)
    return time.monotonic() - begin


def traces(city: City, text: str) -> list[str]:
    """Files of the site, and its log, in which these bytes stand; and tables of PostgreSQL."""
    needle = re.compile(re.escape(text).encode(), re.IGNORECASE)
    files = [path for path in [*city.folder.rglob("*"), city.log] if path.is_file()]
    skip = {"demo.txt"}  # the page of the demo with its log-ins
    found = [p.name for p in files if p.name not in skip and needle.search(p.read_bytes())]
    if not city.url.startswith("sqlite"):
        found += [
            table
            for table, lines in dump(city.url).items()
            if any(text.lower() in line.lower() for line in lines)
        ]
    return found


def restore_without_the_erased(cities: Cities) -> Result:
    """Joris stands in the archive and asked to be forgotten since."""
    begin, city = time.monotonic(), cities.copy()
    before = archive(cities, city)
    city.manage("wis_persoon", JORIS)
    fresh = cities.empty()
    shutil.copy(cities.first.folder / "demo-secret-key", fresh.folder)
    lists = ["--vergeten", city.folder / "vergeten.jsonl"]
    fresh.manage("restore", before, "--sleutel", key_for(cities), *lists)
    found = traces(fresh, JORIS)
    control = cities.empty()
    shutil.copy(cities.first.folder / "demo-secret-key", control.folder)
    control.manage("restore", before, "--sleutel", key_for(cities))
    comes_back = traces(control, JORIS)
    return Result(
        "terugzetten met iemand die gewist is",
        time.monotonic() - begin,
        good=not found and bool(comes_back),
        lost=len(found),
        note=f"sporen: {', '.join(found) or 'geen'}; zonder de lijst komt hij terug (tegenproef)",
    )


MARKER = "zonnebloem.wisproef@sluisdam.example"
PLANT = """
from urllib.parse import quote_plus
from django.core.cache import cache
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState
from accounts.models import User
from core.mail.outbox import enqueue_message
from core.models import StadInstellingen
from nieuws.models import NieuwsPage
mail = '{marker}'
user = User.objects.create_user(mail, 'een-heel-lang-wachtwoord', first_name='Zonnebloem',
    last_name='Wisproef')
client = Client(headers={{'host': '127.0.0.1'}})
client.force_login(user, backend='django.contrib.auth.backends.ModelBackend')
page = NieuwsPage.objects.live().first()
page.summary = 'Vragen? Mail ' + mail
page.save_revision(user=user).publish()
page.title = 'Concept van ' + mail
page.save_revision(user=user)
for number in range(3):
    enqueue_message(to=mail, subject='Dag Zonnebloem Wisproef', text=mail)
DBTaskResult.objects.filter(args_kwargs__kwargs__to=mail)[:1]
row = DBTaskResult.objects.filter(args_kwargs__kwargs__to=mail).first()
DBTaskResult.objects.filter(pk=row.pk).update(status='FAILED', traceback='refused: ' + mail)
cache.set('proef', mail)
StadInstellingen.objects.update(footer_text='Bel ' + mail)
print(page.pk)
"""


def erase(cities: Cities) -> Result:
    """Somebody who is everywhere: page, draft, revision, mail, cache, log; then nowhere."""
    begin, city = time.monotonic(), cities.copy()
    city.manage("shell", "-v0", "-c", PLANT.format(marker=MARKER))
    city.start(workers=1)
    browser = city.browser()
    browser.get(f"/zoeken/?q={MARKER}")
    browser.post("/inloggen/", {"login": MARKER, "password": "niet het goede wachtwoord"})
    time.sleep(6)  # the worker indexes, and cannot reach the mail server
    before = traces(city, MARKER)
    city.stop()
    city.log.write_text("")  # what commands of this drill printed is no log of the site
    city.manage("wis_persoon", MARKER)
    city.log.write_text("")
    found = traces(city, MARKER)
    return Result(
        "iemand wissen",
        time.monotonic() - begin,
        good=not found and len(before) > 0,
        lost=len(found),
        note=f"eerst in: {', '.join(before[:6])}; daarna in: {', '.join(found) or 'niets'}",
    )


SMOKE = """
from django.test import Client
client = Client(headers={'host': '127.0.0.1'})
print(all(client.get(path).status_code == 200 for path in ('/', '/nieuws/', '/oude-sluis/')))
"""


def killed_migration(cities: Cities, *, kills: int = 5) -> Result:
    """The database of v0.1 is brought to today by a command that is killed time and again."""
    begin, city = time.monotonic(), cities.empty()
    name = f"tests/upgrade/v0.1.{cities.vendor}.sql.gz"
    sql = gzip.decompress((ROOT / name).read_bytes()).decode()
    if cities.vendor == "sqlite":
        connection = sqlite3.connect(city.folder / "db.sqlite3")
        connection.execute("PRAGMA writable_schema=ON")
        connection.executescript(sql)
        connection.close()
    else:
        with psycopg.connect(city.url, autocommit=True) as server:
            server.execute(sql)  # type: ignore[arg-type]
    shutil.copytree(cities.first.folder / "static", city.folder / "static")
    chance, done = random.Random(6), 0
    for _number in range(kills):
        command = [sys.executable, "manage.py", "migrate", "-v0"]
        child = subprocess.Popen(command, cwd=ROOT, env=city.env, stderr=subprocess.DEVNULL)
        try:
            child.wait(chance.uniform(1.5, 5))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            done += 1
    city.manage("migrate", "-v0")
    city.manage("migrate", "--check")
    works = city.manage("shell", "-v0", "-c", SMOKE).stdout.strip().endswith("True")
    return Result(
        "bijwerken van v0.1, halverwege afgebroken",
        time.monotonic() - begin,
        good=works and done > 0,
        kills=done,
        note="de pagina's antwoorden" if works else "pagina's antwoorden niet",
    )
