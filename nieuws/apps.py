from django.apps import AppConfig


class NieuwsConfig(AppConfig):
    name = "nieuws"
    label = "nieuws"
    verbose_name = "Nieuws"

    def ready(self) -> None:
        from nieuws.front_part import last_news
        from nieuws.section import NIEUWS_SECTION
        from wijkteams.front_parts import register_front_part
        from wijkteams.sections import register_section

        register_section(NIEUWS_SECTION)
        register_front_part(last_news)
