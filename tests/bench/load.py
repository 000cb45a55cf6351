"""Load in slices: each target in turn, a few rounds, so that a busy moment hits all of them."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.machine import cpu_seconds
from tests.bench.processes import ROOT
from tests.bench.samples import Run

LUA = Path(__file__).with_name("done.lua")
CLIENTS = (1, 16)
# A worker that ends after its number of requests closes connections: a few may break on it.
MAY_BREAK = 0.002


class WrongAnswerError(Exception):
    """Something else than what was asked for came back: the row says nothing."""


@dataclass(frozen=True, eq=False)
class Target:
    """An address of a server, and the processes that do its work."""

    name: str
    port: int
    path: str
    pids: tuple[int, ...]
    where: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


def tool() -> str:
    """The load generator of this machine: one for all targets of a run."""
    return "wrk" if shutil.which("wrk") else "eigen client"


def probe(target: Target) -> tuple[int, Mapping[str, str], bytes]:
    """Ask once: status, headers (small letters), body."""
    connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=60)
    try:
        connection.request("GET", target.path, headers=dict(target.headers))
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, headers, answer.read()
    finally:
        connection.close()


def check(target: Target) -> int:
    """Ask once and insist on the status; the size of the answer with its headers, about."""
    status, headers, body = probe(target)
    if status != target.status:
        raise WrongAnswerError(f"{target.name} {target.path}: {status}")
    return len(body) + sum(len(name) + len(value) + 4 for name, value in headers.items()) + 17


def _command(target: Target, clients: int, seconds: int) -> list[str]:
    address = f"127.0.0.1:{target.port}"
    if tool() != "wrk":
        numbers = [str(clients), str(seconds), json.dumps(dict(target.headers))]
        return [sys.executable, "-m", "tests.bench.client", address, target.path, *numbers]
    headers = [part for n, v in target.headers.items() for part in ("-H", f"{n}: {v}")]
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "-s", str(LUA), *headers]
    return [*command, f"http://{address}{target.path}"]


def run_slice(target: Target, clients: int, seconds: int) -> dict[str, float]:
    """One slice: what the generator tells, and the processor time of the server's tree."""
    expected = check(target)
    before, began = cpu_seconds(*target.pids), time.perf_counter()
    done = subprocess.run(
        _command(target, clients, seconds), cwd=ROOT, capture_output=True, text=True, check=True
    )
    spent = time.perf_counter() - began
    cpu = cpu_seconds(*target.pids) - before
    told: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return judged(target, {**told, "cpu_s": cpu, "wall_s": spent}, expected)


def judged(target: Target, told: dict[str, float], expected: int) -> dict[str, float]:
    """The slice with its rates; refused when anything but the expected answer came back."""
    requests = told["requests"]
    if not requests or told["wrong"] or told["broken"] > max(1, requests * MAY_BREAK):
        raise WrongAnswerError(f"{target.name} {target.path}: {told}")
    size = told["bytes"] / requests
    # A redirect or an empty answer is not an error to wrk, but it has another size.
    if abs(size - expected) > max(200, expected * 0.05):
        raise WrongAnswerError(f"{target.name} {target.path}: {size:.0f} bytes, not {expected}")
    return {
        **told,
        "rps": requests / told["seconds"],
        "cpu_ms": told["cpu_s"] * 1000 / requests,
        "size": size,
    }


def interleave(
    run: Run, group: str, targets: Sequence[Target], *, rounds: int, seconds: int,
    clients: Sequence[int] = CLIENTS,
) -> None:  # fmt: skip
    """A B C A B C … with one client, then with sixteen. Every slice is kept.

    A target that answers something else is left out from then on, and what it did is dropped.
    """
    failed: set[Target] = set()

    def one(target: Target, number: int, length: int) -> dict[str, float] | None:
        try:
            return run_slice(target, number, length)
        except (WrongAnswerError, OSError, http.client.HTTPException) as wrong:
            failed.add(target)
            run.drop(group, target.name, str(wrong))
            return None

    for target in targets:
        one(target, 4, 1)  # what a first request makes is not measured
    for number in clients:
        for _round in range(rounds):
            for target in targets:
                told = None if target in failed else one(target, number, seconds)
                if told:
                    run.keep(group, target.name, place(target.where, number), **told)


def place(where: str, clients: int) -> str:
    """How samples say where they were taken: the database, the number of clients."""
    return f"{where} c={clients}".strip()
