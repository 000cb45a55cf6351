from django.apps import AppConfig


class ActiviteitenConfig(AppConfig):
    name = "wijkteams.activiteiten"
    label = "activiteiten"
    verbose_name = "Activiteiten"

    def ready(self) -> None:
        from wijkteams.activiteiten.registration import (
            register_pages,
            register_rows,
            register_work,
        )

        register_rows()
        register_pages()
        register_work()
