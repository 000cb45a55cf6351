"""The database of every release comes along to this one and its pages answer."""

from __future__ import annotations

import gzip
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from tests.upgrade.make_fixture import HERE, manage

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
print({page: status for page, status in answers.items() if status != 200})
print(Wijk.objects.count(), User.objects.count(), Lidmaatschap.objects.count())
"""


@contextmanager
def restored(release: str, folder: Path) -> Iterator[str]:
    """The address of a database that is as it was at that release."""
    sql = gzip.decompress((HERE / f"{release}.{connection.vendor}.sql.gz").read_bytes()).decode()
    if connection.vendor == "sqlite":
        path = folder / "db.sqlite3"
        database = sqlite3.connect(path)
        database.execute("PRAGMA writable_schema=ON")
        database.executescript(sql)
        database.close()
        yield f"sqlite:///{path}"
        return
    base, _slash, query = os.environ["DATABASE_URL"].partition("?")
    name = f"upgrade_{uuid4().hex}"
    url = f"{base.rpartition('/')[0]}/{name}{'?' + query if query else ''}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            with psycopg.connect(url, autocommit=True) as database:
                database.execute(sql)
            yield url
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_there_is_a_release_to_come_from() -> None:
    assert "v0.1" in RELEASES


@pytest.mark.parametrize("release", RELEASES)
def test_database_of_a_release_comes_along(release: str, tmp_path: Path) -> None:
    with restored(release, tmp_path) as url:
        manage("migrate", "--verbosity=0", folder=str(tmp_path), database_url=url)
        manage("migrate", "--check", folder=str(tmp_path), database_url=url)
        out = manage("shell", "-v0", "-c", CHECK, folder=str(tmp_path), database_url=url)

    wrong, counts = out.strip().splitlines()[-2:]
    assert wrong == "{}"
    assert all(int(count) > 0 for count in counts.split())
