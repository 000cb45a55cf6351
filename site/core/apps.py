from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    label = "core"
    verbose_name = "Bouwstenen"

    def ready(self) -> None:
        from core.scheduler.jobs import register_own_jobs

        register_own_jobs()
