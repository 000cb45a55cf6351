"""The daily round of the privacy register, by hand."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from core.privacy.engine import purge


class Command(BaseCommand):
    """Remove personal data that were kept long enough; the worker does this each night."""

    help = "Verwijder persoonsgegevens waarvan de bewaartermijn voorbij is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--droog", action="store_true", help="Tel alleen, verwijder niets.")

    def handle(self, *args: Any, **options: Any) -> None:
        for key, count in purge(timezone.now(), dry_run=options["droog"]).items():
            self.stdout.write(f"{key}: {count}")
        if options["droog"]:
            self.stdout.write("Dit was een proef: er is niets verwijderd.")
