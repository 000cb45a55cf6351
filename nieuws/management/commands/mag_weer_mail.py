"""Let somebody be written to again who had asked for 'never again'."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nieuws.abonneren.brakes import unblock


class Command(BaseCommand):
    """Lift the brake of 'Mail mij nooit meer', at the request of who pressed it.

    They are on no list by that: they can ask for a newsletter again, as anybody.
    """

    help = "Hef 'Mail mij nooit meer' op voor een e-mailadres, als die persoon dat vraagt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mail", help="Het e-mailadres van de persoon.")

    def handle(self, *args: Any, **options: Any) -> None:
        if unblock(options["mail"]):
            self.stdout.write("Opgeheven. Deze persoon kan weer om een nieuwsbrief vragen.")
        else:
            self.stdout.write("Dit adres vroeg niet om nooit meer mail te krijgen.")
