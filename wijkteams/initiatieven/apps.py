from django.apps import AppConfig


class InitiatievenConfig(AppConfig):
    name = "wijkteams.initiatieven"
    label = "initiatieven"
    verbose_name = "Initiatieven"

    def ready(self) -> None:
        from wijkteams.initiatieven.registration import register_pages, register_rows, register_work

        register_rows()
        register_pages()
        register_work()
