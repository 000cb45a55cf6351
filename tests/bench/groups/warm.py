"""A page that is kept: behind nginx beside a plain file, without nginx beside a trivial view."""

from __future__ import annotations

import time
from http import HTTPStatus

from tests.bench import load, nginx, references
from tests.bench.bench import Bench, RefusedError
from tests.bench.load import Target, place, probe
from tests.bench.processes import free_port
from tests.bench.rows import AtLeast, AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import READER, City

GROUP = "warm"
MOST_TRIES = 20
TITLE = "Een bewaarde pagina, voor wie niet is ingelogd"
HOW = (
    "Plakjes om en om. nginx (één proces) geeft dezelfde bytes als gewoon bestand, en een Django "
    "zonder middleware met één view stuurt ze met dezelfde opties van gunicorn."
)
PAGES = {"hub": "voorpagina van de stad", "ward": "voorpagina van een wijk", "item": "bericht"}


def addresses(city: City) -> dict[str, str]:
    """Where these pages are."""
    places = city.ask("places")
    return {"hub": places["hub"], "ward": places["ward"], "item": places["news item"]}


def measure(bench: Bench) -> None:
    if not nginx.PROGRAM:
        raise RefusedError(
            "nginx ontbreekt (apt-get install nginx-light): geen verwijzing voor 'warm'."
        )
    city = bench.city("klein")
    server = city.serve(cache=True)
    paths = addresses(city)
    bodies = {}
    for name, path in [*paths.items()] * 2:  # a first visit may make pictures, which drop pages
        status, _headers, body = probe(Target(name, server.port, path, (), headers=READER))
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        bodies[name] = body
    front_port = free_port()
    ours = nginx.of_the_site(city, server, front_port)
    files_port = free_port()
    proxy = nginx.start(bench.room, files_port, bodies, ours)
    bench.keep_running(proxy)
    for path in paths.values():
        _wait_until_kept(path, server.port, front_port)
    trivial = bench.keep_running(references.trivial(bench.room, bodies))
    targets = [
        target
        for name, path in paths.items()
        for target in (
            Target(f"nginx: {name}", files_port, f"/{name}/", (proxy.pid,)),
            Target(f"site achter nginx: {name}", front_port, path, (proxy.pid, server.pid),
                   headers=READER),
            Target(f"Django: {name}", trivial.port, f"/{name}/", (trivial.pid,)),
            Target(f"site: {name}", server.port, path, city.pids(server), headers=READER),
        )
    ]  # fmt: skip
    for name, port in (("304 van de site", server.port), ("304 achter nginx", front_port)):
        targets.append(_returning(name, port, paths["hub"], (proxy.pid, *city.pids(server))))
    load.interleave(
        bench.run, GROUP, targets, rounds=bench.sizes.rounds, seconds=bench.sizes.seconds
    )
    city.stop_servers()
    trivial.stop()
    proxy.stop()


def _wait_until_kept(path: str, port: int, front_port: int) -> None:
    """A first visit may make pictures; in the second in which they drop pages, none is kept."""
    for _try in range(MOST_TRIES):
        probe(Target(path, port, path, (), headers=READER))
        if probe(Target(path, front_port, path, (), headers=READER))[0] == HTTPStatus.OK:
            return
        time.sleep(1.1)
    raise RuntimeError(f"{path} is not kept")


def _returning(name: str, port: int, path: str, pids: tuple[int, ...]) -> Target:
    """Somebody who has the page already: 304 and nothing else."""
    _status, headers, _body = probe(Target(name, port, path, (), headers=READER))
    marks = {**READER, "If-None-Match": headers.get("etag", '"geen"')}
    return Target(name, port, path, pids, headers=marks, status=304)


def rows(run: Run) -> list[Row]:
    many = place("", 16)
    found = []
    for name, title in PAGES.items():
        found.append(
            row(
                f"{title}, achter nginx: deel van een gewoon bestand",
                lambda name=name: _share(run, name, many),
                AtLeast(85),
                "%",
                lambda name=name: f"met één klant {_share(run, name, place('', 1)):.0f} %",
            )
        )
    for name, title in PAGES.items():
        ours, than = f"site: {name}", f"Django: {name}"
        found.append(
            row(
                f"{title}, zonder nginx: processortijd tegenover Django",
                lambda ours=ours, than=than: run.ratio(GROUP, ours, than, "cpu_ms", many),
                AtMost(2),
                "×",
                lambda ours=ours, than=than: (
                    f"{run.median(GROUP, ours, 'cpu_ms', many):.2f} tegen "
                    f"{run.median(GROUP, than, 'cpu_ms', many):.2f} ms"
                ),
            )
        )
    for name in ("304 van de site", "304 achter nginx"):
        found.append(
            row(
                f"{name}: processortijd",
                lambda name=name: run.median(GROUP, name, "cpu_ms", many),
                unit="ms",
            )
        )
    return found


def _share(run: Run, name: str, where: str) -> float:
    """Answers per second beside those of a file; without wrk the generator is the limit, so CPU."""
    ours, than = f"site achter nginx: {name}", f"nginx: {name}"
    if run.about.get("tool", "wrk") == "wrk":
        return 100 * run.ratio(GROUP, ours, than, "rps", where)
    return 100 / run.ratio(GROUP, ours, than, "cpu_ms", where)
