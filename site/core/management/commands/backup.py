"""Make an encrypted backup of everything that must not be lost."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from core.backup.keeping import copy_list, new_archive, new_name, remove_old
from core.backup.keys import read_key
from core.backup.problems import BackupError
from core.backup.reading import prove
from core.backup.writing import write_archive


class Command(BaseCommand):
    """Database, public and private files, in one file. The site goes on meanwhile."""

    help = "Maak een versleutelde reservekopie van de database en alle bestanden."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("map", help="De map waar de kopie in komt.")
        parser.add_argument("--sleutel", help="Bestand met de sleutel (anders BACKUP_KEY_FILE).")
        parser.add_argument("--bewaar", type=int, help="Houd alleen de nieuwste zoveel kopieën.")
        parser.add_argument(
            "--controleer", action="store_true", help="Lees de kopie daarna helemaal terug."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["bewaar"] is not None and options["bewaar"] < 1:
            raise BackupError(_("--bewaar is minstens 1."))
        begin, folder, key = time.monotonic(), Path(options["map"]), read_key(options["sleutel"])
        path = folder / new_name()
        try:
            with new_archive(path) as target:
                write_archive(target, key, self.stdout.write)
            copy_list(folder)
        except OSError as error:
            message = _("De reservekopie is niet gelukt: %(reason)s")
            raise BackupError(message % {"reason": error.strerror or error}) from error
        if options["controleer"]:
            prove(path, key)
            self.stdout.write(_("De kopie is teruggelezen en klopt."))
        size, seconds = path.stat().st_size / 2**20, time.monotonic() - begin
        self.stdout.write(f"{path} ({size:.1f} MB, {seconds:.1f} s)")
        for old in remove_old(folder, options["bewaar"]) if options["bewaar"] else []:
            self.stdout.write(_("Oude kopie weggehaald: %(name)s") % {"name": old.name})
