"""When the site's own recurring tasks are due."""

from __future__ import annotations

from core.scheduler.registry import register_job


def register_own_jobs() -> None:
    """Called when the app is ready."""
    from core.privacy.tasks import purge_task
    from core.scheduler import tasks

    register_job("heartbeat", {"minute": "*"}, tasks.heartbeat)
    register_job("publish_scheduled", {"minute": "*"}, tasks.publish_scheduled)
    register_job("purge", {"hour": 3, "minute": 10}, purge_task)
    register_job("prune_results", {"hour": 3, "minute": 20}, tasks.prune_results)
    register_job("clear_sessions", {"hour": 3, "minute": 30}, tasks.clear_sessions)
