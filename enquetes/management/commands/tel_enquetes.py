"""`manage.py tel_enquetes`: count the answers of surveys anew."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from enquetes.models import Enquete, Uitslag
from enquetes.uitslag.counting import NothingLeftError, recount


class Command(BaseCommand):
    """What was kept up and what is counted anew must be equal; where they differ, it says so."""

    help = "Telt de antwoorden op enquêtes opnieuw, en zegt waar de telling niet klopte."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="*", help="codes van enquêtes; zonder: alle")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = Enquete.objects.order_by("pk")
        if options["codes"]:
            rows = rows.filter(code__in=options["codes"])
        wrong = sum(self._one(enquete) for enquete in rows)
        self.stdout.write(f"Klaar: {wrong} telling(en) verbeterd.")

    def _one(self, enquete: Enquete) -> bool:
        before = Uitslag.objects.filter(enquete=enquete).values_list("tellingen", flat=True).first()
        try:
            after = recount(enquete)
        except NothingLeftError:
            self.stdout.write(f"{enquete.code}: de antwoorden zijn weg, de cijfers blijven.")
            return False
        if not after["aantal"] or before == after:
            return False
        self.stdout.write(f"{enquete.code}: {after['aantal']} antwoorden, telling verbeterd.")
        return True
