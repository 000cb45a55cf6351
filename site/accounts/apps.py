from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    label = "accounts"
    verbose_name = "Gebruikers"

    def ready(self) -> None:
        from accounts import privacy, signal_handlers
        from accounts.inactivity import warn_inactive_task
        from accounts.models import Apparaat, User
        from core.page_cache import NOTHING, register_effect
        from core.scheduler.registry import register_job

        for model in (Apparaat, User):
            register_effect(model, NOTHING)
        privacy.declare()
        signal_handlers.connect()
        register_job("warn_inactive", {"hour": 9, "minute": 0}, warn_inactive_task)
