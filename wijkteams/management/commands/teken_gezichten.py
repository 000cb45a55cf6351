"""Draw the icons and the cards for shared links."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from wijkteams.faces.draw import draw_faces
from wijkteams.models import Gezicht


class Command(BaseCommand):
    help = "Teken de pictogrammen en deelkaarten van de wijken en de stad die veranderd zijn."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--alles", action="store_true", help="teken alles opnieuw")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["alles"]:
            Gezicht.objects.update(source_hash="")
        while draw_faces():
            pass
        self.stdout.write(_("Gezichten: %d wijken en de stad.") % Gezicht.objects.count())
