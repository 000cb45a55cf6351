"""What of surveys is kept how long, by hand and as a trial (requirement S14)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.formats import date_format

from core.privacy.engine import purge
from enquetes.models import Enquete
from enquetes.toegang import retention


class Command(BaseCommand):
    """Remove what was kept of surveys long enough; the worker does this each night."""

    help = "Verwijder van enquêtes wat lang genoeg bewaard is, of laat zien wat wanneer weggaat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--proef", action="store_true", help="Laat zien, verwijder niets.")

    def handle(self, *args: Any, **options: Any) -> None:
        now, is_trial = timezone.now(), options["proef"]
        if is_trial:
            self._show()
        for key, count in purge(now, dry_run=is_trial, only=retention.KEYS).items():
            self.stdout.write(f"{key}: {count}")
        if is_trial:
            self.stdout.write("Dit was een proef: er is niets verwijderd.")

    def _show(self) -> None:
        """Each survey of which something is kept, with its day."""
        for enquete in Enquete.objects.select_related("wijk").order_by("closes_at", "pk"):
            kept = retention.counts_of(enquete)
            if not kept:
                continue
            day = retention.goes_on(enquete)
            when = date_format(day, "j F Y") if day else "nog geen dag: is niet gesloten"
            numbers = ", ".join(f"{one.number} {one.label}" for one in kept)
            self.stdout.write(f"{enquete.title} ({enquete.code}): {when}. {numbers}")
