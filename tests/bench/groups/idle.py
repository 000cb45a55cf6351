"""What a web process keeps in memory when nothing happens."""

from __future__ import annotations

import time

from tests.bench.bench import Bench
from tests.bench.load import Target, probe
from tests.bench.machine import cpu_seconds, memory, tree
from tests.bench.rows import Row, row
from tests.bench.samples import Run
from tests.bench.sites import READER

GROUP = "idle"
TITLE = "Een webproces dat niets te doen heeft"
HOW = (
    "Na zestig pagina's en vijf tellen rust. Gedeeld geheugen telt in het eerste getal in elk "
    "proces helemaal mee; in het tweede is het verdeeld over wie het deelt."
)
PAUSE = 5


def measure(bench: Bench) -> None:
    city = bench.city("klein")
    server, places = city.serve(cache=True), city.ask("places")
    for number in range(60):
        name = ("hub", "ward", "news item")[number % 3]
        probe(Target(name, server.port, places[name], (), headers=READER))
    time.sleep(PAUSE)
    before = cpu_seconds(server.pid)
    time.sleep(PAUSE)
    spent = (cpu_seconds(server.pid) - before) * 1000 / PAUSE
    for pid in tree(server.pid)[1:]:
        bench.run.keep(GROUP, "webproces", **memory(pid), cpu_ms=spent)
    city.stop_servers()


def rows(run: Run) -> list[Row]:
    return [
        row("geheugen (RSS)", lambda: run.median(GROUP, "webproces", "rss"), unit="MB"),
        row("geheugen, gedeeld verdeeld (PSS)", lambda: run.median(GROUP, "webproces", "pss"),
            unit="MB"),
        row("processortijd in rust, alle webprocessen",
            lambda: run.median(GROUP, "webproces", "cpu_ms"), unit="ms per seconde"),
    ]  # fmt: skip
