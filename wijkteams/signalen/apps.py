from django.apps import AppConfig


class SignalenConfig(AppConfig):
    name = "wijkteams.signalen"
    label = "signalen"
    verbose_name = "Signalen"

    def ready(self) -> None:
        from wijkteams.signalen.registration import register_pages, register_rows, register_work

        register_rows()
        register_pages()
        register_work()
