from django.apps import AppConfig


class NieuwsConfig(AppConfig):
    name = "nieuws"
    label = "nieuws"
    verbose_name = "Nieuws"

    def ready(self) -> None:
        from core.feeds import register_feed
        from core.search import register_findable
        from nieuws import privacy
        from nieuws.feed import news_feed
        from nieuws.front_part import last_news
        from nieuws.models import NieuwsPage
        from nieuws.search import as_found
        from nieuws.section import NIEUWS_SECTION
        from wijkteams.front_parts import register_front_part
        from wijkteams.sections import register_section

        privacy.declare()
        register_section(NIEUWS_SECTION)
        register_front_part(last_news)
        register_feed("rss.xml", news_feed)
        register_findable(NieuwsPage, as_found, ("wijk",))
