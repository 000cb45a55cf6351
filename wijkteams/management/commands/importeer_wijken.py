"""Make and update wards from files of CBS, PDOK or the municipality."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _

from wijkteams.importers.dossier import Dossier, build_dossier
from wijkteams.importers.problems import InvalidImportError
from wijkteams.importers.reading import Source, printable, read_path
from wijkteams.importers.report import count_lines, detail_lines
from wijkteams.importers.rounds import BUSY, ImportBusyError, create_ronde, preview, run
from wijkteams.importers.steps import count_actions
from wijkteams.models import Importronde


def file_path(text: str) -> Path:
    """A path that the operating system takes."""
    if "\x00" in text:
        raise ArgumentTypeError("a path holds no NUL")
    return Path(text)


class Command(BaseCommand):
    help = "Maak of werk wijken, buurten en kerncijfers bij uit GeoJSON- en CSV-bestanden."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=file_path, help="GeoJSON met wijken (en buurten)")
        parser.add_argument("--buurten", type=file_path, help="GeoJSON met buurten")
        parser.add_argument("--kerncijfers", type=file_path, help="CSV met kerncijfers")
        parser.add_argument("--gemeente", default="", help="alleen deze gemeente: GM0513")
        parser.add_argument("--jaar", type=int, default=0, help="het jaar van de kerncijfers")
        parser.add_argument("--droog", action="store_true", help="zeg alleen wat er zou gebeuren")

    def handle(self, *args: Any, **options: Any) -> None:
        sources, dossier = self._read(options)
        for warning in dossier.warnings:
            self.stdout.write(self.style.WARNING(_("Let op: %(text)s") % {"text": warning}))
        if options["droog"]:
            steps = preview(dossier)
            self._tell([*count_lines(count_actions(steps)), *detail_lines(steps)])
            self.stdout.write(_("Dit was een proef: er is niets veranderd."))
            return
        arguments = {"gemeente": options["gemeente"], "jaar": dossier.year, "via": "opdrachtregel"}
        ronde = create_ronde(dossier, sources, arguments=arguments, status=Importronde.Status.WACHT)
        self._run(ronde, dossier)

    def _read(self, options: dict[str, Any]) -> tuple[list[Source], Dossier]:
        try:
            areas = [read_path(options[key]) for key in ("file", "buurten") if options[key]]
            figures = read_path(options["kerncijfers"]) if options["kerncijfers"] else None
            dossier = build_dossier(
                areas, figures, gemeente=options["gemeente"], year=options["jaar"]
            )
        except InvalidImportError as refusal:
            for line in refusal.lines():
                self.stderr.write(printable(line, 400))
            raise CommandError(_("Er is niets veranderd.")) from None
        return [*areas, *([figures] if figures else [])], dossier

    def _run(self, ronde: Importronde, dossier: Dossier) -> None:
        try:
            run(ronde, dossier, on_ward=self._progress)
        except ImportBusyError:
            ronde.delete()
            raise CommandError(str(BUSY)) from None
        except DatabaseError as error:
            raise CommandError(f"{ronde.message} {error}") from error
        self._tell([*count_lines(ronde.counts), *detail_lines(ronde.regels.all())])
        self.stdout.write(
            _("Importronde %(number)d: %(status)s. Langste transactie: %(ms)d ms.")
            % {
                "number": ronde.pk,
                "status": Importronde.Status(ronde.status).label,
                "ms": ronde.counts.get("longest_transaction_ms", 0),
            }
        )

    def _progress(self, code: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(code)

    def _tell(self, lines: list[str]) -> None:
        for line in lines:
            self.stdout.write(line)
