from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    label = "core"
    verbose_name = "Bouwstenen"

    def ready(self) -> None:
        from core.privacy import own_processings
        from core.scheduler.own_jobs import register_own_jobs

        own_processings.declare()
        register_own_jobs()
