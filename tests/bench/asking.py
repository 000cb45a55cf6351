"""A process inside a city that is asked for measurements, a line of JSON for each."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.bench.machine import cpu_seconds
from tests.bench.processes import ROOT


class Asking:
    """Starts `tests.bench.inside` in the city's environment; stays until `stop`."""

    def __init__(self, env: dict[str, str], log: Path, database: tuple[int, ...]) -> None:
        self.database = database
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.bench.inside"],
                cwd=ROOT,
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=out,
                text=True,
                start_new_session=True,
            )

    def __call__(self, job: str, **arguments: Any) -> dict[str, Any]:
        """What the job found. `server_cpu_ms`: what the database used beside it."""
        assert self.process.stdin
        assert self.process.stdout
        before = cpu_seconds(*self.database)
        self.process.stdin.write(json.dumps({"job": job, **arguments}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"The process inside the city ended during {job!r}.")
        found: dict[str, Any] = json.loads(line)
        if "error" in found:
            raise RuntimeError(f"{job} {arguments}: {found['error']}")
        found["server_cpu_ms"] = (cpu_seconds(*self.database) - before) * 1000
        return found

    def stop(self) -> None:
        """End it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
