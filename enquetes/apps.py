from django.apps import AppConfig


class EnquetesConfig(AppConfig):
    name = "enquetes"
    label = "enquetes"
    verbose_name = "Enquêtes"

    def ready(self) -> None:
        from enquetes.registration import register_pages, register_rows

        register_rows()
        register_pages()
