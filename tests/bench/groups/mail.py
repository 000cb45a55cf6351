"""A newsletter to ten thousand readers, against the shortest loop that sends the same bytes."""

from __future__ import annotations

import os
import shutil

from tests.bench.bench import VENDORS, Bench
from tests.bench.processes import Server, free_port
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import City

GROUP = "mail"
TITLE = "Een nieuwsbrief versturen"
HOW = (
    "Acht onderwerpen, HTML en tekst, voor elke lezer eigen links, naar `smtp-sink` van Postfix "
    "op dezelfde machine. Gemeten wordt alles: bevriezen, een rij per lezer, versturen en "
    "opschrijven. Daarnaast dezelfde bytes, vooraf gemaakt, in een kale lus van smtplib over één "
    "verbinding."
)
SINK = "/usr/sbin/smtp-sink"
OURS, RAW = "versturen", "kale lus"
ROUNDS = 3


def measure(bench: Bench) -> None:
    sink = shutil.which("smtp-sink") or shutil.which(SINK)
    if sink is None:
        bench.run.missing[GROUP] = "smtp-sink ontbreekt: apt-get install postfix"
        return
    for vendor in VENDORS:
        city = bench.city("klein", vendor)
        city.ask("mail_readers", count=bench.sizes.readers)
        for _round in range(ROUNDS):
            _both(bench, city, sink, str(bench.sizes.readers))
        city.ask("mail_readers", count=bench.sizes.readers * 10)
        _both(bench, city, sink, "tien keer zo veel")


def _both(bench: Bench, city: City, sink: str, many: str) -> None:
    """Ours, then the loop, against a sink that has just begun."""
    server = _start(bench, sink)
    planned = city.ask("mail_plan")
    told = city.ask("mail_send", editie=planned["editie"], port=server.port)
    loop = city.ask("mail_raw", editie=planned["editie"], port=server.port)
    server.stop()
    if not planned["readers"] == told["sent"] == loop["sent"]:
        bench.run.missing[GROUP] = f"{told['sent']} van {planned['readers']} verstuurd"
        return
    vendor = city.database.vendor
    kind = "" if many.isdigit() else f", {many}"
    for name, found in ((OURS, told), (RAW, loop)):
        numbers = {key: float(found[key]) for key in ("wall_ms", "cpu_ms", "sent")}
        if "grew" in found:
            numbers["grew"] = found["grew"]
        bench.run.keep(GROUP, name + kind, vendor, **numbers)


def _start(bench: Bench, sink: str) -> Server:
    port = free_port()
    # As root it wants to know as whom else it may run.
    command = [sink, *(("-u", "nobody") if os.geteuid() == 0 else ()), f"127.0.0.1:{port}", "100"]
    server = Server(command, port=port, log=bench.room / "smtp-sink.log")
    return bench.keep_running(server).wait()


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        found += [_times(run, vendor), *_memory(run, vendor)]
    return found


def _times(run: Run, vendor: str) -> Row:
    def value() -> float:
        run.median(GROUP, OURS, "wall_ms", vendor)  # says why when it is not there
        return run.ratio(GROUP, OURS, RAW, "wall_ms", vendor)

    def note() -> str:
        number = run.median(GROUP, OURS, "sent", vendor)
        ours = run.median(GROUP, OURS, "wall_ms", vendor) / 1000
        loop = run.median(GROUP, RAW, "wall_ms", vendor) / 1000
        return f"{number:.0f} mails: {loop:.1f} → {ours:.1f} s, {number / ours:.0f} per seconde"

    return row(f"versturen tegenover een kale lus, {vendor}", value, AtMost(2), "×", note)


def _memory(run: Run, vendor: str) -> list[Row]:
    found = []
    for kind in ("", ", tien keer zo veel"):
        found.append(
            row(
                f"geheugen van de verzender groeit{kind}, {vendor}",
                lambda kind=kind: max(run.all(GROUP, OURS + kind, "grew", vendor) or [_gone(run)]),
                AtMost(64),
                "MB",
                lambda kind=kind: f"{run.median(GROUP, OURS + kind, 'sent', vendor):.0f} mails",
            )
        )
    return found


def _gone(run: Run) -> float:
    """Not measured: this says why."""
    return run.median(GROUP, OURS, "grew")
