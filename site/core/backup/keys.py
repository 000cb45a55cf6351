"""The key of the archives: a file that only the site's user reads, or a passphrase."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from core.backup.problems import BackupError

SHORTEST = 20
OTHERS_MAY_READ = 0o007


def read_key(path: str | None) -> bytes:
    """The key of this file, else of BACKUP_KEY_FILE, else what is typed."""
    chosen = path or settings.BACKUP_KEY_FILE
    if chosen:
        return _long_enough(_of_file(Path(chosen)))
    if not sys.stdin.isatty():
        raise BackupError(_("Geef de sleutel met --sleutel BESTAND, of met BACKUP_KEY_FILE."))
    return _long_enough(getpass(_("Wachtzin van de reservekopie: ")).encode())


def _of_file(path: Path) -> bytes:
    try:
        if path.stat().st_mode & OTHERS_MAY_READ:
            raise BackupError(
                _("Iedereen op deze machine kan %(file)s lezen. Doe eerst: chmod 640 %(file)s")
                % {"file": path}
            )
        return path.read_bytes().strip()
    except OSError as error:
        message = _("Het sleutelbestand is niet te lezen: %(reason)s")
        raise BackupError(message % {"reason": error.strerror}) from error


def _long_enough(key: bytes) -> bytes:
    if len(key) < SHORTEST:
        raise BackupError(
            _("De sleutel is te kort: neem minstens %(count)d tekens.") % {"count": SHORTEST}
        )
    return key
