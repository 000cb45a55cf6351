"""Workers that begin at once: a process that has read in all, and makes children of itself.

A worker takes seconds to begin; a drill that kills twenty would mostly wait.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress

from tests.drills.city import ROOT, City


class Nursery:
    """Use as a context: at the end all its workers are dead."""

    def __init__(self, city: City) -> None:
        with city.log.open("ab") as log:
            self._mother = subprocess.Popen(
                [sys.executable, "-m", "tests.drills.quick_work", "nursery"],
                cwd=ROOT,
                env=city.env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.workers: list[int] = []

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_error: object) -> None:
        while self.workers:
            self.kill(0)
        self._mother.kill()
        self._mother.wait()

    def start(self) -> None:
        """One more worker."""
        assert self._mother.stdin
        assert self._mother.stdout
        self._mother.stdin.write("\n")
        self._mother.stdin.flush()
        self.workers.append(int(self._mother.stdout.readline()))

    def kill(self, place: int) -> None:
        """kill -9 of one of them."""
        with suppress(ProcessLookupError):
            os.kill(self.workers.pop(place), signal.SIGKILL)
