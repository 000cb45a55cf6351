"""Run a few processes as one: a stop ends all of them, and so does the end of one.

A program of its own with nothing but Python's own library: it stays in memory as long as the
site runs. `start` turns itself into it, so it must not import Django.

    python -P supervise.py '{"web": ["gunicorn", "…"], "worker": ["…"]}'
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import partial

LOOK_EVERY = 0.2  # seconds
STOP_WITHIN = 8.0  # seconds; who is not gone then is killed
PR_SET_PDEATHSIG = 1

Children = dict[str, "subprocess.Popen[bytes]"]


def _end_with_parent(parent: int) -> None:
    """Ask Linux to stop this child when its parent is killed: no orphan may keep the port."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it was killed before we could ask
        os._exit(1)


def spawn(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own: Ctrl-C reaches only us, and we pass it on once."""
    return subprocess.Popen(  # noqa: S603
        command,
        start_new_session=True,
        preexec_fn=partial(_end_with_parent, os.getpid()),
    )


def end(children: Children) -> None:
    """Ask all children to stop, and kill who does not."""
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + STOP_WITHIN
    for child in children.values():
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def supervise(commands: dict[str, list[str]], stop: threading.Event) -> int:
    """Run the commands until `stop` is set (then 0) or one of them ends by itself (then 1)."""
    children: Children = {}
    try:
        for name, command in commands.items():
            children[name] = spawn(command)
        while not stop.wait(LOOK_EVERY):
            for name, child in children.items():
                if child.poll() is not None:
                    print(
                        f"Het onderdeel '{name}' stopte onverwacht (code {child.returncode}). "
                        "Wijkplein stopt.",
                        file=sys.stderr,
                        flush=True,
                    )
                    return 1
        return 0
    finally:
        end(children)


def main() -> int:
    """Supervise the commands of the first argument (JSON) until SIGTERM, SIGINT or SIGHUP."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    return supervise(json.loads(sys.argv[1]), stop)


if __name__ == "__main__":
    sys.exit(main())
