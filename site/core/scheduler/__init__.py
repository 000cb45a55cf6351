"""Work that comes back by the clock. A job does nothing itself: it puts a task in the queue.

    register_job("purge", {"hour": 3, "minute": 10}, purge_expired)

The trigger is that of cron, in the city's own time; apps register in `ready()`.
"""

from .registry import Job, jobs, register_job

__all__ = ["Job", "jobs", "register_job"]
