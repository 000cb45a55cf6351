"""A small load generator, for machines without wrk: connections that stay open, one after another.

    python -m tests.bench.client 127.0.0.1:8000 /pad/ 16 2 '{"Host": "wijkplein.test"}'

It says what wrk says. It is far slower than nginx, so who measures nginx with it measures it.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field


@dataclass
class Tally:
    """What came back."""

    spent: list[float] = field(default_factory=list)
    bytes: int = 0
    wrong: int = 0
    broken: int = 0


async def _answer(reader: asyncio.StreamReader) -> tuple[int, int]:
    """Status and size of one answer, which must say how long it is."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    await reader.readexactly(length)
    return int(head.split(b" ", 2)[1]), len(head) + length


async def _connection(host: str, port: int, request: bytes, until: float, tally: Tally) -> None:
    while time.perf_counter() < until:
        reader, writer = await asyncio.open_connection(host, port)
        try:
            while (start := time.perf_counter()) < until:
                writer.write(request)
                status, size = await _answer(reader)
                tally.spent.append(time.perf_counter() - start)
                tally.bytes += size
                tally.wrong += status >= 400
        except (OSError, asyncio.IncompleteReadError):
            tally.broken += 1
        finally:
            writer.close()


async def load(address: str, path: str, clients: int, seconds: float, headers: str) -> Tally:
    """Ask for one address as often as `clients` connections can."""
    host, _colon, port = address.partition(":")
    lines = {"Host": address, **json.loads(headers)}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    request = f"GET {path} HTTP/1.1\r\n{head}\r\n".encode()
    tally, until = Tally(), time.perf_counter() + seconds
    await asyncio.gather(
        *(_connection(host, int(port), request, until, tally) for _client in range(clients))
    )
    return tally


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values stays below; 0 of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def main() -> None:
    address, path, clients, seconds, headers = sys.argv[1:6]
    start = time.perf_counter()
    tally = asyncio.run(load(address, path, int(clients), float(seconds), headers))
    told = {
        "requests": len(tally.spent),
        "seconds": time.perf_counter() - start,
        "bytes": tally.bytes,
        "p50": percentile(tally.spent, 0.5) * 1000,
        "p99": percentile(tally.spent, 0.99) * 1000,
        "wrong": tally.wrong,
        "broken": tally.broken,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
