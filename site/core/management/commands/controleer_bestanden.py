"""Look whether rows and files belong together."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from core.backup.integrity import look, remove


class Command(BaseCommand):
    """Tells of files without a row, and of rows without their file; then it ends with 1."""

    help = "Zoek bestanden zonder rij, en rijen zonder bestand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--opruimen", action="store_true", help="Verwijder losse bestanden.")
        parser.add_argument(
            "--ouder-dan",
            type=float,
            default=24,
            help="Alleen losse bestanden van minstens zoveel uur oud (24).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        older_than = timezone.now() - timedelta(hours=options["ouder_dan"])
        findings = look(older_than=older_than)
        for kind, name in findings.orphans:
            self.stdout.write(_("los bestand (%(kind)s): %(name)s") % {"kind": kind, "name": name})
        for text in findings.missing:
            self.stdout.write(_("bestand ontbreekt: %(row)s") % {"row": text})
        if options["opruimen"]:
            remove(findings.orphans)
        self.stdout.write(
            _("%(orphans)d losse bestanden, %(missing)d ontbrekende.")
            % {"orphans": len(findings.orphans), "missing": len(findings.missing)}
        )
        if findings.missing:
            sys.exit(1)
