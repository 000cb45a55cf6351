"""Draw the maps and outlines of the wards."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from wijkteams.maps.draw import draw_all, sweep
from wijkteams.models import Kaart, Omtrek


class Command(BaseCommand):
    help = "Teken de kaarten en de omtrekken van de wijken die veranderd zijn."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--alles", action="store_true", help="teken alles opnieuw")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["alles"]:
            for model in (Kaart, Omtrek):
                model.objects.update(source_hash="")
        drawn = draw_all()
        self.stdout.write(
            _("Kaarten getekend: %(maps)d. Omtrekken: %(outlines)d. Opgeruimd: %(removed)d.")
            % {
                "maps": drawn.maps,
                "outlines": drawn.outlines,
                "removed": drawn.removed + sweep(),
            }
        )
