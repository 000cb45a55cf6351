from django.apps import AppConfig


class NieuwsConfig(AppConfig):
    name = "nieuws"
    label = "nieuws"
    verbose_name = "Nieuws"

    def ready(self) -> None:
        from nieuws.registration import register_newsletters, register_pages, register_rows

        register_rows()
        register_pages()
        register_newsletters()
