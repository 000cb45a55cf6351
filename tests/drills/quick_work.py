"""The worker, with shorter patience: a drill cannot wait minutes for each of its deaths.

DRILL_CLOCK: so many seconds later it thinks that it is. DRILL_FORGET: it does not look in the
journal of a sender that died, for the control.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """As `manage.py work`; with 'nursery': a process that makes such workers when it is asked."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.drills.settings"
    import django

    django.setup()
    _be_quick()
    if sys.argv[1:] == ["nursery"]:
        _nursery()
    else:
        _work()


def _be_quick() -> None:
    from core.mail import retries
    from core.management.commands import work
    from core.scheduler import lives, register_job
    from nieuws.verzenden import lanes, relay, turns

    work.SAY_SO_EVERY = 1
    work.LOOK_EVERY = 0.1
    lives.SILENT_AFTER = timedelta(seconds=4)
    retries.SOONEST = timedelta(seconds=1)
    relay.SETTLED = 0.5
    turns.LOOK_AGAIN = timedelta(seconds=1)
    register_job("keep_sending", {"second": "*/2"}, lanes.keep_sending)
    if os.environ.get("DRILL_FORGET"):
        _forget()


def _nursery() -> None:
    """A line in: a child that works, and its number out. All is read in already: it begins at once.

    The parent opened no database and no thread: each child is a process of its own in all respects.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setsid()
            os.dup2(2, 1)  # the answers of the mother are not its own
            _work()
            os._exit(0)
        print(child, flush=True)


def _work() -> None:
    from django.core.management import call_command

    later = timedelta(seconds=int(os.environ.get("DRILL_CLOCK", "0")))
    with time_machine.travel(datetime.now(UTC) + later) if later else nullcontext():
        call_command("work")


def _forget() -> None:
    """The control: what a dead sender had in hand is simply sent once more."""
    from nieuws.verzenden.journal import Left

    Left.unsure = lambda _left, _rows: set()  # type: ignore[method-assign]
    Left.done = property(lambda _left: set())  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    main()
