from django.apps import AppConfig


class ModeratieConfig(AppConfig):
    name = "wijkteams.moderatie"
    label = "moderatie"
    verbose_name = "Moderatie"

    def ready(self) -> None:
        from wijkteams.moderatie.registration import register_moderation

        register_moderation()
