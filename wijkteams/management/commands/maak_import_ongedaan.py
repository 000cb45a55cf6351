"""Take an import of wards back."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _

from wijkteams.importers.report import undo_lines
from wijkteams.importers.rounds import BUSY, ImportBusyError
from wijkteams.importers.undo import left_alone, open_lines, try_undo, undo
from wijkteams.models import Importregel, Importronde


class Command(BaseCommand):
    help = "Draai een import van wijken terug. Zonder nummer: toon de laatste importrondes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ronde", type=int, nargs="?", help="nummer van de importronde")
        parser.add_argument("--droog", action="store_true", help="zeg alleen wat er zou gebeuren")

    def handle(self, *args: Any, ronde: int | None, droog: bool, **options: Any) -> None:
        if ronde is None:
            self._list()
            return
        found = Importronde.objects.filter(pk=ronde).first() if 0 < ronde < 2**63 else None
        if found is None:
            raise CommandError(_("Deze importronde bestaat niet."))
        if not found.can_be_undone:
            raise CommandError(
                _("Deze importronde kan niet worden teruggedraaid (%(status)s).")
                % {"status": found.get_status_display()}
            )
        if droog:
            left = try_undo(found)
            self._tell(open_lines(found).count() - len(left), left)
            self.stdout.write(_("Dit was een proef: er is niets veranderd."))
            return
        self._undo(found)

    def _undo(self, ronde: Importronde) -> None:
        try:
            undo(ronde)
        except ImportBusyError:
            raise CommandError(str(BUSY)) from None
        except DatabaseError as error:
            raise CommandError(f"{ronde.message} {error}") from error
        self._tell(ronde.regels.filter(undone_at__isnull=False).count(), left_alone(ronde))

    def _tell(self, count: int, left: list[Importregel]) -> None:
        for line in undo_lines(count, left):
            self.stdout.write(line)

    def _list(self) -> None:
        for ronde in Importronde.objects.defer("preview")[:20]:
            moment = f"{ronde.created_at:%d-%m-%Y %H:%M}"
            status = ronde.get_status_display()
            self.stdout.write(f"{ronde.pk}: {ronde.file_name}, {moment}, {status}")
