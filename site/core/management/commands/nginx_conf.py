"""nginx as these settings need it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.page_cache.nginx import configuration


class Command(BaseCommand):
    """To be made anew after each change of the settings and each new release."""

    help = "Toont de configuratie van nginx die bij de instellingen hoort."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--certificaten", default="", help="map met fullchain.pem en privkey.pem"
        )
        parser.add_argument(
            "--luister", default="", help="zonder https, op dit adres, bijvoorbeeld 127.0.0.1:8080"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        text = configuration(certificates=options["certificaten"], listen=options["luister"])
        self.stdout.write(text, ending="")
