"""The list of jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Trigger = dict[str, int | str]


@dataclass(frozen=True)
class Job:
    """A task and when to enqueue it: fields of cron, such as {"hour": 3, "minute": 10}."""

    name: str
    trigger: Trigger
    task: Any


_JOBS: dict[str, Job] = {}


def register_job(name: str, trigger: Trigger, task: Any) -> None:
    """Enqueue `task` (of django_tasks, without arguments) whenever the clock says so."""
    known = _JOBS.get(name)
    if known is not None and known.task is not task:
        raise ValueError(f"Two jobs are called {name!r}.")
    _JOBS[name] = Job(name, trigger, task)


def jobs() -> list[Job]:
    """All jobs, by name."""
    return [job for _name, job in sorted(_JOBS.items())]
