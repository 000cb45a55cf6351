"""Answer somebody who asks what is kept about them."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.privacy.engine import export_person


class Command(BaseCommand):
    """Print everything about a person as JSON."""

    help = "Laat alle gegevens van een persoon zien, als JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mail", help="Het e-mailadres van de persoon.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = export_person(options["mail"])
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2, default=str))
