"""A real web server with two workers, beside the process of the test: both work on one city."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import storages
from django.test import Client, override_settings

from tests.page_cache.conftest import wait_a_second

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3  # of readers after a change: with two workers, both have answered one


@dataclass
class Answer:
    """What a reader got over the network."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_kept(self) -> bool:
        """Only what is kept has a mark without W/."""
        return self.headers.get("ETag", "").startswith('"')


@dataclass
class OtherProcess:
    """The server, as its readers see it."""

    base_url: str
    env: dict[str, str]

    def run(self, program: str) -> int:
        """Run this in yet another process; gives back how it ended."""
        command = [sys.executable, "-c", program]
        return subprocess.run(command, cwd=ROOT, env=self.env, check=False).returncode

    def get(self, path: str, **headers: str) -> Answer:
        """What a reader gets, over a connection of their own."""
        connection = HTTPConnection(self.base_url.removeprefix("http://"), timeout=30)
        try:
            connection.request("GET", path, headers=headers)
            found = connection.getresponse()
            return Answer(found.status, dict(found.getheaders()), found.read())
        finally:
            connection.close()

    def keep(self, path: str) -> Answer:
        """Ask until the answer is a kept one."""
        for _attempt in range(5):
            wait_a_second()
            answer = self.get(path)
            if answer.is_kept and self.get(path).headers["ETag"] == answer.headers["ETag"]:
                return answer
        raise AssertionError(f"{path} is not kept: {answer.status} {answer.headers}")

    def see(self, change: Callable[[], object], *paths: str) -> list[str]:
        """All these addresses were kept; right after the change everybody gets the new answer.

        Gives what is not so.
        """
        before = {path: self.keep(path) for path in paths}
        change()
        return [fault for path in paths for fault in self._stale(path, before[path].body)]

    def _stale(self, path: str, before: bytes) -> Iterator[str]:
        rendered = uncached(self.base_url, path)
        if rendered.content == before:
            yield f"{path} does not show the change"
        for _round in range(ROUNDS):
            after = self.get(path)
            if after.status != rendered.status_code:
                yield f"{path}: {after.status} instead of {rendered.status_code}"
            elif after.body != rendered.content:
                yield f"{path} is old"


def uncached(base_url: str, path: str) -> Any:
    """The answer as this process makes it, without anything kept."""
    host = base_url.removeprefix("http://")
    with override_settings(PAGE_CACHE=False):
        return Client(headers={"host": host}).get(path)


def free_port() -> int:
    """One that nobody has now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(database: dict[str, Any], tmp: Path, port: int) -> Iterator[OtherProcess]:
    """Start the server; it is gone afterwards."""
    told = {
        "database": database,
        "var_dir": str(settings.VAR_DIR),
        "media_root": str(settings.MEDIA_ROOT),
        "private": str(storages["private"].location),  # type: ignore[attr-defined]
        "page_cache_dir": str(settings.PAGE_CACHE_DIR),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "caches": settings.CACHES,
    }
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.page_cache.server_settings",
        "OF_THE_TEST": json.dumps(told),
        "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "config.wsgi"]
    with (tmp / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        _wait_for(port, process, tmp / "server.log")
        yield OtherProcess(settings.WAGTAILADMIN_BASE_URL, env)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _attempt in range(600):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"The server did not start:\n{log.read_text()[-4000:]}")
