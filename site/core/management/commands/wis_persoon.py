"""Forget somebody who asked for it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.privacy.engine import erase_person


class Command(BaseCommand):
    """Remove everything about a person; what they wrote for everybody stays, without their name."""

    help = "Wis alle gegevens van een persoon."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mail", help="Het e-mailadres van de persoon.")
        parser.add_argument("--droog", action="store_true", help="Tel alleen, wis niets.")

    def handle(self, *args: Any, **options: Any) -> None:
        report = erase_person(options["mail"], dry_run=options["droog"])
        for key, count in report.items():
            self.stdout.write(f"{key}: {count}")
        if options["droog"]:
            self.stdout.write("Dit was een proef: er is niets gewist.")
        elif not any(report.values()):
            self.stdout.write("Van dit adres was niets bekend.")
