"""The demo city, built once for all browsers of a run.

Loading it and making its pictures takes three minutes of processor time. Who has a browser beside
others takes a copy of the one that was built first, once all that waited there is done.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.kept_database import lay_ready

ROOT = Path(__file__).resolve().parents[2]
WAITING = """
SELECT COUNT(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')
AND NOT (COALESCE(run_after, '') > datetime('now') AND run_after < '9000')
"""
MINUTES_TO_BUILD = 15


def free_port() -> int:
    """A port that nobody has now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the site answers; says what it wrote when it does not."""
    for _attempt in range(300):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(1)
    raise AssertionError(f"The site did not start:\n{log.read_text()[-4000:]}")


@contextmanager
def started(var: Path) -> Iterator[str]:
    """The address of the city in this folder, started as `make run` starts it."""
    port = free_port()
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "VAR_DIR": str(var),
        "PORT": str(port),
    }
    env.pop("DATABASE_URL", None)
    if (var / "db.sqlite3").exists():  # from elsewhere: it learns its own address
        command = [sys.executable, "manage.py", "migrate", "-v0"]
        subprocess.run(command, cwd=ROOT, env=env, check=True)
    log = var / "start.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "start"], cwd=ROOT, env=env, stdout=out,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def copy_of_shared(shared: Path, var: Path) -> None:
    """Lay the city of this run in `var`; who comes first builds it."""
    built = shared / "demo-city"
    with (shared / "demo-city.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            half = shared / "demo-city.half"
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            lay_ready(half)
            with started(half):
                _wait_until_all_is_done(half / "db.sqlite3")
            half.rename(built)
    # What is kept of answers names the port at which it was built.
    shutil.copytree(
        built, var, dirs_exist_ok=True, ignore=shutil.ignore_patterns("pages", "cache", "*.log")
    )


def _wait_until_all_is_done(database: Path) -> None:
    last, quiet = time.monotonic() + MINUTES_TO_BUILD * 60, 0
    while time.monotonic() < last:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as rows:
            [waiting] = rows.execute(WAITING).fetchone()
        quiet = 0 if waiting else quiet + 1
        if quiet == 3:
            return
        time.sleep(1)
    raise AssertionError("The tasks of the demo city were never done.")
