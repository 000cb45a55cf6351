"""Start the demo city with a given command, read a few pages, press Ctrl-C, and see it end.

    python3 .ci/smoke.py make run
    python3 .ci/smoke.py /some/venv/bin/wijkplein start

Starts twice on the same data: the second start must be quick. Uses Python's own library only.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

FIRST_START = 300  # seconds: makes the database, collects files, loads the demo city
SECOND_START = 20  # promised is 10, on a machine with nothing else to do
STOP = 20


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, ""


def wait_until_up(process: subprocess.Popen[bytes], base: str, limit: float) -> float:
    """Say how long it took until the site answered."""
    begin = time.monotonic()
    while time.monotonic() - begin < limit:
        if process.poll() is not None:
            sys.exit(f"the site stopped by itself with code {process.returncode}")
        try:
            if get(f"{base}/livez")[0] == 200:
                return time.monotonic() - begin
        except OSError:
            pass
        time.sleep(0.2)
    sys.exit(f"the site did not answer within {limit:.0f} s")


def read_pages(base: str) -> None:
    """Ask for pages of each kind and one file that the front page needs."""
    status, home = get(f"{base}/")
    if status != 200:
        sys.exit(f"/ answered {status}")
    style = re.search(r'href="(/static/[^"]+\.css)"', home)
    if style is None:
        sys.exit("the front page has no style sheet")
    for path in (style.group(1), "/beheer/", "/inloggen/", "/zoeken/?q=wijk", "/healthz"):
        status, _ = get(base + path)
        print(f"  {status} {path}")
        if status != 200:
            sys.exit(f"{path} answered {status}")


def stop(process: subprocess.Popen[bytes], var_dir: str) -> None:
    """Press Ctrl-C: the whole group gets the signal, as from a terminal."""
    begin = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(STOP)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        sys.exit(f"the site was still there {STOP} s after Ctrl-C")
    time.sleep(0.5)
    if left := living(var_dir):
        sys.exit(f"something of the site went on after Ctrl-C: {left}")
    print(f"  ended cleanly within {time.monotonic() - begin:.1f} s", flush=True)


def living(var_dir: str) -> list[str]:
    """Name the processes that work on this folder; their environment tells."""
    mark = f"VAR_DIR={var_dir}".encode()
    found = []
    for environ in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if mark in environ.read_bytes().split(b"\0"):
                command = (environ.parent / "cmdline").read_bytes()
                found.append(command.replace(b"\0", b" ").decode(errors="replace").strip())
    return found


def one_round(command: list[str], var_dir: str, limit: float) -> None:
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "VAR_DIR": var_dir}
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    base = f"http://127.0.0.1:{port}"
    try:
        print(f"  up after {wait_until_up(process, base, limit):.1f} s", flush=True)
        read_pages(base)
    except BaseException:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        raise
    stop(process, var_dir)


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="wijkplein-smoke-") as var_dir:
        one_round(sys.argv[1:], var_dir, FIRST_START)
        one_round(sys.argv[1:], var_dir, SECOND_START)


if __name__ == "__main__":
    main()
