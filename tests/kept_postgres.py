"""The empty test database of PostgreSQL, kept as SQL: see kept_database."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg
from django.db import connection
from psycopg.conninfo import make_conninfo

from tests.kept_database import FOLDER, alone, being_made, name_of_kept
from tests.upgrade.make_fixture import PG_DUMP, dump_postgres


def create(make: Callable[..., str], how: dict[str, Any]) -> str:
    """Make the test database from what was kept, and keep it when it was not."""
    version = _version_of_server()
    if version // 10_000 != _version_of_dump():
        return make(**how)  # a server of somebody's own, of another year
    kept = FOLDER / name_of_kept(f"postgresql {version}", "sql")
    with alone():
        if not kept.exists():
            made = make(**how)
            with being_made(kept) as half:
                half.write_text(dump_postgres(address_of(made)))
            return made
    empty = connection.creation._create_test_db
    with patch.object(connection.creation, "_create_test_db", partial(_filled, empty, kept)):
        return make(**how)  # migrates what is not there yet: nothing


def address_of(name: str) -> str:
    """How others than Django connect to a database of this server."""
    known = connection.get_connection_params()
    parts = {part: known[part] for part in ("host", "port", "user", "password") if part in known}
    return make_conninfo(dbname=name, **parts)


def _filled(empty: Callable[..., str], kept: Path, *args: Any, **how: Any) -> str:
    made = empty(*args, **how)
    with psycopg.connect(address_of(made), autocommit=True) as server:
        server.execute(kept.read_bytes())
    return made


def _version_of_server() -> int:
    with psycopg.connect(address_of(connection.settings_dict["NAME"])) as server:
        return server.info.server_version


def _version_of_dump() -> int:
    command = [str(PG_DUMP), "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return int(told.split()[-1].split(".")[0])
