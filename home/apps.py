from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "De stad"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from core.page_cache import ALL, register_effect
        from core.page_cache.views import open_to_all
        from core.search import register_findable
        from home.models import HomePage, ToegankelijkheidPage
        from home.search import as_statement
        from home.site_address import place_site
        from wijkteams.vermeldingen.registry import register_kind

        register_kind("stad", HomePage, _("Stad"))
        register_kind("verklaring", ToegankelijkheidPage, _("Toegankelijkheid"))
        register_findable(ToegankelijkheidPage, as_statement, by_name=True)

        register_effect(HomePage, ALL)
        register_effect(ToegankelijkheidPage, ALL)
        open_to_all("wijken")

        post_migrate.connect(place_site, sender=self, dispatch_uid="home.place_site")
