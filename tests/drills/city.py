"""A city to try things on: its folder, its database, its processes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.drills.browser import Browser
from tests.drills.database import rows

ROOT = Path(__file__).resolve().parents[2]
SESSION = """
import json
from importlib import import_module
from django.conf import settings
from accounts.models import User
from nieuws.models import NieuwsIndexPage
from wijkteams.models import Wijk
user = User.objects.get(email='joris@sluisdam.example')
store = import_module(settings.SESSION_ENGINE).SessionStore()
store['_auth_user_id'] = str(user.pk)
store['_auth_user_backend'] = 'django.contrib.auth.backends.ModelBackend'
store['_auth_user_hash'] = user.get_session_auth_hash()
store.create()
wijk = Wijk.objects.get(slug='havenkwartier')
index = NieuwsIndexPage.objects.filter(wijk=wijk, locale__language_code='nl').get()
print(json.dumps({'session': store.session_key, 'wijk': wijk.pk, 'index': index.pk}))
"""


def free_port() -> int:
    """A port that nobody has now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class City:
    """One site: `start`, `kill`, `manage`; what it writes to the log is kept in its folder."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url, self.port = folder, url, free_port()
        self.smtp_port = 1
        self.more_env: dict[str, str] = {}
        self.web: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []
        self.log = folder.with_name(f"{folder.name}.log")

    @property
    def env(self) -> dict[str, str]:
        """What its processes are told."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.drills.settings",
            "VAR_DIR": str(self.folder),
            "DATABASE_URL": self.url,
            "PORT": str(self.port),
            "DRILL_SMTP_PORT": str(self.smtp_port),
            "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
            **self.more_env,
        }

    def manage(
        self, *arguments: str | Path, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run a management command to its end."""
        command = [sys.executable, "manage.py", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=False
        )
        with self.log.open("a") as log:
            log.write(done.stdout + done.stderr)
        if check and done.returncode:
            raise AssertionError(f"{arguments}: {done.stdout[-1500:]}{done.stderr[-3000:]}")
        return done

    def facts(self) -> dict[str, str]:
        """A session of Joris, and the numbers of his ward and its list of news."""
        out = self.manage("shell", "-v0", "-c", SESSION).stdout.strip().splitlines()[-1]
        return {key: str(value) for key, value in json.loads(out).items()}

    def browser(self, session: str = "") -> Browser:
        """A client of this site."""
        return Browser(self.port, session)

    def _spawn(self, *command: str) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self.env,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def start(self, *, workers: int = 0, app: str = "config.wsgi") -> None:
        """The web server, and wait until it answers; and so many workers."""
        conf = str(ROOT / "gunicorn.conf.py")
        self.web = self._spawn("-m", "gunicorn", "--config", conf, app)
        deadline = time.monotonic() + 60
        while self.browser().get("/livez", timeout=5)[0] != 200:
            if time.monotonic() > deadline:
                raise AssertionError("The site does not start: " + self.log.read_text()[-2000:])
            time.sleep(0.1)
        for _number in range(workers):
            self.start_worker()

    def start_worker(self) -> None:
        """One more worker."""
        self.workers.append(self._spawn("-m", "tests.drills.quick_work"))

    def kill_web(self, *, whole: bool) -> None:
        """kill -9: the processes that answer, or their master too (which is then started anew)."""
        assert self.web is not None
        if whole:
            os.killpg(self.web.pid, signal.SIGKILL)
            self.web.wait()
            self.start()
            return
        children = Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children").read_text().split()
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)

    def kill_worker(self) -> None:
        """kill -9 of the oldest worker, and another in its place."""
        if self.workers:
            worker = self.workers.pop(0)
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()
        self.start_worker()

    def stop(self) -> None:
        """End all that still runs."""
        for process in [self.web, *self.workers]:
            if process is not None and process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.web, self.workers = None, []

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Ask its database, past the site."""
        return rows(self.url, sql)


class Cities:
    """Makes one demo city per database, and gives each drill a copy of its own."""

    def __init__(self, room: Path, vendor: str, server: str) -> None:
        self.room, self.vendor, self.server = room / vendor, vendor, server
        self.room.mkdir()
        self.number = 0
        self.first = self.empty()
        self.first.manage("migrate", "-v0")
        self.first.manage("laad_demo")
        self.first.manage("collectstatic", "--noinput", "-v0")

    def empty(self, folder: Path | None = None) -> City:
        """A folder and a database with nothing in them."""
        self.number += 1
        folder = folder or self.room / f"stad{self.number}"
        folder.mkdir(parents=True, exist_ok=True)
        if self.vendor == "sqlite":
            return City(folder, f"sqlite:///{folder / 'db.sqlite3'}")
        return City(folder, self._create(f"stad{self.number}"))

    def _create(self, name: str, like: str = "") -> str:
        with psycopg.connect(self.server, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {like}" if like else ""))
        base, _slash, query = self.server.partition("?")
        return f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")

    def copy(self, folder: Path | None = None) -> City:
        """The demo city, to be spoilt."""
        self.number += 1
        folder = folder or self.room / f"stad{self.number}"
        shutil.copytree(self.first.folder, folder, dirs_exist_ok=True)
        if self.vendor == "sqlite":
            return City(folder, f"sqlite:///{folder / 'db.sqlite3'}")
        return City(folder, self._create(f"stad{self.number}", like="stad1"))
