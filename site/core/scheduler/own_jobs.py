"""When the site's own recurring tasks are due."""

from __future__ import annotations

from core.scheduler.registry import register_job


def register_own_jobs() -> None:
    """Called when the app is ready."""
    from core.page_cache.tending import tend_pages
    from core.pictures.tasks import make_missing
    from core.privacy.tasks import purge_task
    from core.scheduler import tasks
    from core.search.tasks import count_words, learn_words, mend_index
    from core.security.throttle import forget_old_tries

    register_job("heartbeat", {"minute": "*"}, tasks.heartbeat)
    register_job("publish_scheduled", {"minute": "*"}, tasks.publish_scheduled)
    register_job("tend_pages", {"minute": "*"}, tend_pages)
    register_job("purge", {"hour": 3, "minute": 10}, purge_task)
    register_job("prune_results", {"hour": 3, "minute": 20}, tasks.prune_results)
    register_job("check_files", {"hour": 3, "minute": 40}, tasks.check_files)
    register_job("watch_queue", {"minute": "*/5"}, tasks.watch_queue)
    register_job("clear_sessions", {"hour": 3, "minute": 30}, tasks.clear_sessions)
    register_job("make_missing_pictures", {"hour": 3, "minute": 50}, make_missing)
    register_job("forget_old_tries", {"minute": 25}, forget_old_tries)
    register_job("mend_search_index", {"hour": 4, "minute": 0}, mend_index)
    register_job("count_words", {"hour": 4, "minute": 20}, count_words)
    register_job("learn_words", {"minute": "*/5"}, learn_words)
