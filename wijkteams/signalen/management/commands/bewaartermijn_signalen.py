"""What of signals is kept how long, by hand and as a trial (requirement G14)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from core.privacy.engine import purge
from wijkteams.signalen.bewaren.terms import KEYS


class Command(BaseCommand):
    """Remove what was kept of signals long enough; the worker does this each night.

    It says how many, never which: a log without content.
    """

    help = "Verwijder van signalen wat lang genoeg bewaard is, of tel alleen hoeveel dat is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--proef", action="store_true", help="Tel alleen, verwijder niets.")

    def handle(self, *args: Any, **options: Any) -> None:
        is_trial = options["proef"]
        for key, count in purge(timezone.now(), dry_run=is_trial, only=KEYS).items():
            self.stdout.write(f"{key}: {count}")
        if is_trial:
            self.stdout.write("Dit was een proef: er is niets verwijderd.")
