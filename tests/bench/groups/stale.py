"""Publishing through one server while others read from another: is anything old still served?"""

from __future__ import annotations

import http.client
import re
import threading
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.bench.bench import VENDORS, Bench
from tests.bench.load import Target, probe
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import HOST, READER, City

GROUP = "stale"
TITLE = "Oude antwoorden na het plaatsen"
HOW = (
    "Een redacteur plaatst via de ene webserver telkens een nieuwe titel; twee lezers vragen "
    "zonder ophouden bij een andere webserver de lijsten waar dat bericht op staat. Oud is een "
    "antwoord op een vraag die begon toen het plaatsen klaar was, met een eerdere titel."
)
MARK = "Meting nummer"
NUMBER = re.compile(rf"{MARK} (\d+)")


@dataclass
class Watch:
    """What the readers must see by now, and what they saw."""

    port: int
    pages: list[str]
    number: int = 0
    reads: int = 0
    stale: list[str] = field(default_factory=list)
    done: bool = False

    def read(self, path: str) -> None:
        """One visit: the newest title that was ready when it began, or a later one."""
        due = self.number
        target = Target("lezer", self.port, path, (), headers=READER)
        status, _headers, body = probe(target)
        seen = max(map(int, NUMBER.findall(body.decode())), default=0)
        self.reads += 1
        if status != 200 or seen < due:
            self.stale.append(f"{path}: {status}, {seen} in plaats van {due}")

    def go_on(self) -> None:
        """Read until it is done."""
        while not self.done:
            for path in self.pages:
                self.read(path)


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        city = bench.city("klein", vendor)
        writer, reader = city.serve(cache=True), city.serve(cache=True)
        form = city.ask("form")
        _publish(writer.port, form, 0)
        pages = _where_it_stands(city, reader.port, form)
        watch = Watch(reader.port, pages)
        readers = [threading.Thread(target=watch.go_on) for _reader in range(2)]
        for thread in readers:
            thread.start()
        try:
            for number in range(1, bench.sizes.publishes + 1):
                _publish(writer.port, form, number)
                watch.number = number
                for path in pages:
                    watch.read(path)
        finally:
            watch.done = True
            for thread in readers:
                thread.join()
        city.stop_servers()
        bench.run.keep(
            GROUP, "plaatsen", vendor, stale=len(watch.stale), reads=watch.reads,
            publishes=bench.sizes.publishes, pages=len(pages),
        )  # fmt: skip
        _drop(bench, city)
        if watch.stale:
            bench.run.about.setdefault("stale", {})[vendor] = watch.stale[:20]


def _drop(bench: Bench, city: City) -> None:
    """How long it takes to take pages away, for each of them."""
    for _round in range(bench.sizes.rounds):
        told = city.ask_keeping("dropping")
        if told["dropped"] > 0:
            pages = told["dropped"]
            numbers = {"ms_each": told["wall_ms"] / pages, "cpu_each": told["cpu_ms"] / pages}
            bench.run.keep(GROUP, "weghalen", city.database.vendor, pages=pages, **numbers)


def _where_it_stands(city: City, port: int, form: dict[str, Any]) -> list[str]:
    """The pages on which the item stands; itself and its ward's front page at least."""
    places = city.ask("places")
    lists = ("hub", "ward", "news list of a ward", "news list of the hub", "feed")
    found = []
    for path in (form["url"], *(places[name] for name in lists)):
        _status, _headers, body = probe(Target("", port, path, (), headers=READER))
        if NUMBER.search(body.decode()):
            found.append(path)
    if form["url"] not in found or places["ward"] not in found:
        seen = city.ask("published", pk=form["pk"])["title"]
        raise RuntimeError(f"'{seen}' was published, and stands only on {found}")
    return found


def _publish(port: int, form: dict[str, Any], number: int) -> None:
    data = {**form["data"], "title": f"{MARK} {number}"}
    headers = {
        **READER,
        "Referer": f"https://{HOST}{form['path']}",
        "Cookie": form["cookie"],
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("POST", form["path"], urlencode(data), headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 302:
            raise RuntimeError(f"Publishing was answered {answer.status}")
    finally:
        connection.close()


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        found.append(
            row(
                f"oude antwoorden, {vendor}",
                lambda v=vendor: run.median(GROUP, "plaatsen", "stale", v),
                AtMost(0),
                note=lambda v=vendor: (
                    f"{run.median(GROUP, 'plaatsen', 'reads', v):.0f} gelezen pagina's, "
                    f"{run.median(GROUP, 'plaatsen', 'publishes', v):.0f} keer geplaatst, "
                    f"{run.median(GROUP, 'plaatsen', 'pages', v):.0f} adressen"
                ),
            )
        )
        found.append(
            row(
                f"een bewaarde pagina weghalen, {vendor}",
                lambda v=vendor: run.median(GROUP, "weghalen", "ms_each", v),
                AtMost(1),
                "ms",
                lambda v=vendor: (
                    f"{run.median(GROUP, 'weghalen', 'pages', v):.0f} in één keer, processortijd "
                    f"{run.median(GROUP, 'weghalen', 'cpu_each', v):.2f} ms"
                ),
            )
        )
    return found
