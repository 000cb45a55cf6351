"""Put a backup back."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from core.backup.keeping import LIST_BESIDE
from core.backup.keys import read_key
from core.backup.problems import ErasuresUnknownError, NotEmptyError
from core.backup.reading import prove
from core.backup.restoring import restore
from core.backup.target import has_people
from core.privacy.forgotten import Entry, make_list, read_lists
from core.privacy.forgotten_term import KEEP

YES = "ja, vervang alles"


class Command(BaseCommand):
    """Proves the archive, then builds beside what there is, and swaps at the end."""

    help = "Zet een reservekopie terug. De site moet stilstaan."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kopie", help="De reservekopie.")
        parser.add_argument("--sleutel", help="Bestand met de sleutel (anders BACKUP_KEY_FILE).")
        parser.add_argument("--droog", action="store_true", help="Controleer alleen.")
        parser.add_argument(
            "--vervang", metavar="ZIN", help=f'Ook over een gevulde site heen: --vervang "{YES}".'
        )
        parser.add_argument(
            "--vergeten", action="append", default=[], help="Nog een lijst van wie vergeten is."
        )
        parser.add_argument(
            "--zonder-vergeten",
            action="store_true",
            help="Er is geen lijst meer van wie vergeten is; gewiste mensen komen dus terug.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        begin, path, key = time.monotonic(), Path(options["kopie"]), read_key(options["sleutel"])
        contents = prove(path, key)
        made, version = contents.head["gemaakt"], contents.head["versie"]
        self.stdout.write(
            _("De kopie van %(made)s (versie %(version)s) is heel.")
            % {"made": made[:19].replace("T", " "), "version": version}
        )
        refuse_too_old(made)
        forgotten = self._forgotten(path, options)
        if options["droog"]:
            return
        if has_people() and options["vervang"] != YES:
            raise NotEmptyError(
                _('Hier staat al een site. Mag die helemaal weg? Geef dan --vervang "%(yes)s".')
                % {"yes": YES}
            )
        restore(path, key, contents, forgotten, self.stdout.write)
        for own in settings.FORGOTTEN_LISTS:
            make_list(own)
        self.stdout.write(_("Teruggezet in %(count).0f s.") % {"count": time.monotonic() - begin})

    def _forgotten(self, path: Path, options: dict[str, Any]) -> list[Entry]:
        """All lists that there are; without any, people who were erased would come back."""
        beside = path.parent / LIST_BESIDE
        lists = [*settings.FORGOTTEN_LISTS, beside, *(Path(p) for p in options["vergeten"])]
        if not any(found.exists() for found in lists) and not options["zonder_vergeten"]:
            raise ErasuresUnknownError(
                _("De lijst van wie vergeten is ontbreekt. Geef --vergeten BESTAND.")
            )
        try:
            return read_lists(lists)
        except ValueError as error:
            raise ErasuresUnknownError(
                _("%(file)s is gemaakt met een andere SECRET_KEY. Zet eerst de oude terug.")
                % {"file": error}
            ) from error


def refuse_too_old(made: str) -> None:
    """Of an archive older than the list of whom to forget, nobody knows who must stay away."""
    if datetime.fromisoformat(made) < timezone.now() - KEEP:
        raise ErasuresUnknownError(
            _(
                "Deze kopie is ouder dan een jaar: wie daarna vroeg om te worden gewist, "
                "is niet meer bekend. Zet een nieuwere kopie terug."
            )
        )
