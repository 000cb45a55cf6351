from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "De stad"

    def ready(self) -> None:
        from home.site_address import place_site

        post_migrate.connect(place_site, sender=self, dispatch_uid="home.place_site")
