from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    label = "core"
    verbose_name = "Bouwstenen"

    def ready(self) -> None:
        from core import tree_indexes
        from core.exports.wagtail_lists import use_our_writer
        from core.page_cache import events as page_cache_events
        from core.page_cache import own_effects
        from core.page_cache.views import open_to_all
        from core.pictures import encoding
        from core.pictures import events as picture_events
        from core.privacy import own_processings
        from core.scheduler.own_jobs import register_own_jobs
        from core.search import events as search_events
        from core.security.cms_scripts import mark_scripts
        from core.tree_lookup import use_ranges

        own_processings.declare()
        register_own_jobs()
        encoding.use_our_pace()
        use_our_writer()
        picture_events.connect()
        search_events.connect()
        own_effects.classify()
        page_cache_events.connect(self)
        open_to_all("wagtail_serve", "file_of_page", "privacy", "zoeken", "robots")
        open_to_all("sitemap", "sitemap_part")
        mark_scripts()
        use_ranges()
        tree_indexes.connect(self)
