from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from wijkteams.vermeldingen.rebuild import rebuild


class Command(BaseCommand):
    """After a restore, or when lists look wrong. Can be run while the site is in use."""

    help = "Maakt opnieuw wat in overzichten staat, voor alle pagina's."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Zeg alleen wat er verschilt.")

    def handle(self, *args: Any, dry_run: bool = False, **options: Any) -> None:
        report = rebuild(dry_run=dry_run)
        words = _(
            "%(pages)d pagina's bekeken: %(created)d vermeldingen gemaakt, "
            "%(changed)d veranderd, %(removed)d weggehaald."
        )
        self.stdout.write(words % vars(report))
