"""Cities to measure: folder, database, the settings of production, the web server of `start`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg

from tests.bench.asking import Asking
from tests.bench.machine import parent
from tests.bench.processes import ROOT, Server, free_port
from tests.with_postgres import UNSAFE_BUT_FAST

HOST = "wijkplein.bench"
PRODUCTION = {
    "SECRET_KEY": "bench-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-xyz",
    "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
    "BASE_URL": f"https://{HOST}",
    "DEFAULT_FROM_EMAIL": f"post@{HOST}",
    "EMAIL_URL": "smtp://localhost:25",
    "BEHIND_PROXY": "true",
    "MFA_REQUIRED": "false",
}
# What nginx tells the site of a reader who came by https.
READER = {"Host": HOST, "X-Forwarded-Proto": "https"}
OURS = {"PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", "PYTHONUTF8": "1"}
# What the person who starts the bench has set for himself must not reach what is measured.
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "XDG_RUNTIME_DIR")


def never_kept(path: str) -> str:
    """An address of the same page that is made anew for each reader: it carries a question."""
    return f"{path}{'&' if '?' in path else '?'}meting=1"


def clean_env(**more: str) -> dict[str, str]:
    """An environment with what is named, and nothing else."""
    return {**{name: os.environ[name] for name in KEPT if name in os.environ}, **more}


class Database:
    """SQLite in the folder of the city, or a PostgreSQL server."""

    def __init__(self, server: str = "") -> None:
        self.server = server
        self.vendor = "postgresql" if server else "sqlite"
        self.pids: tuple[int, ...] = (self._postmaster(),) if server else ()

    def _postmaster(self) -> int:
        with psycopg.connect(self.server) as connection:
            return parent(connection.info.backend_pid)

    def promise(self, *, kept: bool) -> None:
        """Whether what is stored outlives a power cut, as on a real server; SQLite does always."""
        if not self.server:
            return
        with psycopg.connect(self.server, autocommit=True) as server:
            for name in UNSAFE_BUT_FAST:
                setting = "on" if kept else "off"
                server.execute(f"ALTER SYSTEM SET {name} = {setting}")  # type: ignore[arg-type]
            server.execute("SELECT pg_reload_conf()")

    def make(self, name: str, folder: Path, like: City | None = None) -> str:
        """The address of a new database: empty, or a copy of that of a city that is at rest."""
        if not self.server:
            if like is not None:
                shutil.copy(like.folder / "db.sqlite3", folder)
            return f"sqlite:///{folder / 'db.sqlite3'}"
        template = f' TEMPLATE "{like.name}"' if like is not None else ""
        with psycopg.connect(self.server, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}"{template}')  # type: ignore[arg-type]
        base, _slash, query = self.server.partition("?")
        return f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")


class City:
    """One city. Its processes end with `stop`; its folder with the room of the run."""

    settings = "config.settings.production"

    def __init__(
        self, room: Path, name: str, database: Database, static: Path | None = None,
        like: City | None = None,
    ) -> None:  # fmt: skip
        self.name, self.database = name, database
        self.folder = room / f"{name}-{database.vendor}"
        self.folder.mkdir()
        self.url = database.make(name, self.folder, like)
        self.servers: list[Server] = []
        self._asking: dict[bool, Asking] = {}
        if static is not None:
            (self.folder / "static").symlink_to(static)

    @property
    def log(self) -> Path:
        """What its processes say."""
        return self.folder.with_suffix(".log")

    def env(self, **more: str) -> dict[str, str]:
        """What its processes are told."""
        own = {
            "DJANGO_SETTINGS_MODULE": self.settings,
            "VAR_DIR": str(self.folder),
            "DATABASE_URL": self.url,
        }
        return clean_env(**PRODUCTION, **OURS, **own, **more)

    def manage(self, *arguments: str, **more: str) -> str:
        """Run a management command to its end; `more`: what its environment holds beside ours."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=self.env(PAGE_CACHE="0", **more), capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{arguments}: {done.stdout[-500:]}{done.stderr[-2000:]}")
        return done.stdout

    def serve(self, *, cache: bool, workers: int = 2) -> Server:
        """A web server, with the same command and options as `start` uses."""
        port = free_port()
        env = self.env(
            BIND=f"127.0.0.1:{port}", PORT=str(port), WEB_WORKERS=str(workers),
            PAGE_CACHE=str(int(cache)),
        )  # fmt: skip
        command = [sys.executable, "manage.py", "serve"]
        server = Server(command, port=port, log=self.log, env=env)
        self.servers.append(server)
        server.wait()
        return server

    def _inside(self, cache: bool) -> Asking:
        if cache not in self._asking:
            env = self.env(PAGE_CACHE=str(int(cache)))
            self._asking[cache] = Asking(env, self.log, self.database.pids)
        return self._asking[cache]

    @property
    def ask(self) -> Asking:
        """A process of this city that measures what only shows from inside. It keeps no pages."""
        return self._inside(cache=False)

    @property
    def ask_keeping(self) -> Asking:
        """The same with the page cache on: what an editor does must drop pages."""
        return self._inside(cache=True)

    def pids(self, server: Server) -> tuple[int, ...]:
        """All that works for an answer of this server."""
        return (server.pid, *self.database.pids)

    def stop_servers(self) -> None:
        """End its web servers."""
        while self.servers:
            self.servers.pop().stop()

    def stop(self) -> None:
        """End all its processes."""
        self.stop_servers()
        for asking in self._asking.values():
            asking.stop()
        self._asking = {}


class DemoCity(City):
    """The city that `make run` shows, on plain http and without another name: for browsers."""

    settings = "config.settings.demo"


def collect_static(room: Path) -> Path:
    """Collect the files for browsers once, for all cities."""
    city = City(room, "static", Database())
    city.manage("collectstatic", "--noinput", "-v0")
    target = room / "static"
    shutil.move(city.folder / "static", target)
    return target
