"""What Linux tells of processes: processor time and memory, of a whole tree of them."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PACKAGES = ("Django", "wagtail", "gunicorn", "psycopg")
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or ""
PROGRAMS = {
    "nginx": [NGINX, "-v"],
    "wrk": ["wrk", "-v"],
    "Chromium": ["chromium", "--version"],
    "Node": ["node", "--version"],
}


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat after the name, which may hold spaces."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def parent(pid: int) -> int:
    """Who started it."""
    return int(_stat(pid)[1])


def tree(root: int) -> list[int]:
    """The process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parents.setdefault(parent(int(entry.name)), []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += parents.get(pid, [])
    return found


def cpu_seconds(*roots: int) -> float:
    """Processor time of these trees so far: user and system, of ended children too.

    A child that ends hands its time to who waited for it, so nothing gets lost when a worker is
    replaced while we measure.
    """
    ticks = 0
    for pid in {pid for root in roots for pid in tree(root)}:
        with suppress(OSError):
            ticks += sum(map(int, _stat(pid)[11:15]))
    return ticks / TICKS


def memory(pid: int) -> dict[str, float]:
    """Memory in MB: `rss` as other programs show it, `pss` with what is shared divided."""
    found = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        name, _colon, rest = line.partition(":")
        if name in {"Rss", "Pss"}:
            found[name.lower()] = int(rest.split()[0]) / 1024
    return found


def _program(command: list[str]) -> str:
    if not command[0] or shutil.which(command[0]) is None:
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
    return found.group() if found else ""


def describe() -> dict[str, str]:
    """The machine and the versions, for the report."""
    model = "onbekende processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    found = {
        "machine": f"{os.cpu_count()} kernen ({model}), {pages * size / 2**30:.0f} GB",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
    }
    found |= {name: version(name) for name in PACKAGES}
    return found | {name: _program(command) for name, command in PROGRAMS.items()}
