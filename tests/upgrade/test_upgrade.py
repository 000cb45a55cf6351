"""The database of every release comes along: its pages answer, its people log in (R-38).

`python -m tests.upgrade.make_fixture v0.2` keeps the database of a release; that a migration may
be killed half-way is tried by `make drills`.
"""

from __future__ import annotations

import fcntl
import gzip
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from tests.upgrade.make_fixture import HERE, dump_postgres, manage

pytestmark = pytest.mark.databases

DUMP = "dump.sql"
RELEASES = sorted(path.name.split(".sqlite")[0] for path in HERE.glob("*.sqlite.sql.gz"))
CHECK = """
from django.conf import settings
from django.test import Client, override_settings
from accounts.models import User
from nieuws.models import NieuwsPage
from wijkteams.models import Lidmaatschap, Wijk
plain = {'BACKEND': 'django.contrib.staticfiles.storage.StaticFilesStorage'}
client = Client(headers={'host': '127.0.0.1'})
pages = ['/', '/nieuws/', '/oude-sluis/', '/oude-sluis/nieuws/']
pages += ['/en/oude-sluis/', '/ar/oude-sluis/', '/zoeken/?q=bus']
pages += [page.get_url() for page in NieuwsPage.objects.live()[:5]]
with override_settings(STORAGES={**settings.STORAGES, 'staticfiles': plain}):
    answers = {page: client.get(page).status_code for page in pages}
    joris = {'login': 'joris@sluisdam.example', 'password': 'welkom-in-sluisdam'}
    client.post('/inloggen/', joris)
    answers['/beheer/'] = client.get('/beheer/').status_code
from core.search.entries import VERSION
from core.search.renewal import add_some_missing, renew_some
from core.search.results import search_pages
from wagtail.search.models import IndexEntry
while renew_some() or add_some_missing():
    pass
print(search_pages('wijken', 'nl').total, IndexEntry.objects.exclude(title_norm=VERSION).count())
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.rebuild import rebuild
print(Vermelding.objects.count(), rebuild(dry_run=True).created)
print({page: status for page, status in answers.items() if status != 200})
print(Wijk.objects.count(), User.objects.count(), Lidmaatschap.objects.count())
"""


@contextmanager
def restored(release: str, folder: Path) -> Iterator[str]:
    """The address of a database that is as it was at that release."""
    sql = gzip.decompress((HERE / f"{release}.{connection.vendor}.sql.gz").read_bytes()).decode()
    with empty_database(folder) as url:
        if connection.vendor == "sqlite":
            database = sqlite3.connect(url.removeprefix("sqlite:///"))
            database.execute("PRAGMA writable_schema=ON")
            database.executescript(sql)
            database.close()
        else:
            with psycopg.connect(url, autocommit=True) as server:
                server.execute(sql)
        yield url


@contextmanager
def brought_along(release: str, folder: Path, factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database of that release that went through all migrations.

    They run once in each run of the tests; who asks later gets a copy of what they left, with the
    key of that site beside it.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    kept = shared / f"{release}-{connection.vendor}"
    with (shared / f"{kept.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            half = shared / f"{kept.name}.half"
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            _bring_along(release, half)
            half.rename(kept)
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    with empty_database(folder) as url:
        if connection.vendor == "postgresql":
            with psycopg.connect(url, autocommit=True) as server:
                server.execute((folder / DUMP).read_bytes())
            (folder / DUMP).unlink()
        yield url


def _bring_along(release: str, folder: Path) -> None:
    with restored(release, folder) as url:
        manage("migrate", "--verbosity=0", folder=str(folder), database_url=url)
        if connection.vendor == "postgresql":
            (folder / DUMP).write_text(dump_postgres(url))


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """The address of a new database, of the kind that the tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'db.sqlite3'}"
        return
    base, _slash, query = os.environ["DATABASE_URL"].partition("?")
    name = f"upgrade_{uuid4().hex}"
    url = f"{base.rpartition('/')[0]}/{name}{'?' + query if query else ''}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield url
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_there_is_a_release_to_come_from() -> None:
    assert "v0.1" in RELEASES


@pytest.mark.parametrize("release", RELEASES)
def test_database_of_a_release_comes_along(
    release: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with brought_along(release, tmp_path, tmp_path_factory) as url:
        manage("migrate", "--check", folder=str(tmp_path), database_url=url)
        out = manage("shell", "-v0", "-c", CHECK, folder=str(tmp_path), database_url=url)

    search, rows, wrong, counts = out.strip().splitlines()[-4:]
    filled, missing = map(int, rows.split())
    assert filled > 0
    assert missing == 0
    assert wrong == "{}"
    found, old_entries = map(int, search.split())
    assert found > 0
    assert old_entries == 0
    assert all(int(count) > 0 for count in counts.split())
