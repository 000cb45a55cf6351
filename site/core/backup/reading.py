"""Reading an archive, and proving that it is whole before anything else is touched."""

from __future__ import annotations

import gzip
import json
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from core.backup.crypt import DecryptingReader
from core.backup.files import digest_of
from core.backup.problems import DamagedError, TooNewError
from core.backup.tables import Row
from core.backup.writing import FILES, FORMAT, HEAD, MANIFEST, ROWS

OnRows = Callable[[str, list[Row]], None]
OnFile = Callable[[str, str, BinaryIO], None]


@dataclass(frozen=True)
class Contents:
    """Head and manifest of an archive that was proven whole."""

    head: dict[str, Any]
    manifest: dict[str, Any]

    @property
    def migrations(self) -> set[tuple[str, str]]:
        """What the database had been through when the archive was made."""
        return {(app, name) for app, name in self.head["migraties"]}


@contextmanager
def opened(path: Path, key: bytes) -> Iterator[tarfile.TarFile]:
    """The archive as a tar that can be walked through once; damage shows as DamagedError."""
    try:
        with path.open("rb") as source:
            sealed = DecryptingReader(source, key)
            with tarfile.open(fileobj=cast(BinaryIO, sealed), mode="r|") as tar:
                yield tar
            while sealed.read(1024 * 1024):
                pass  # what stands after the tar's end counts for the last seal
    except (tarfile.TarError, EOFError, gzip.BadGzipFile, ValueError) as error:
        raise DamagedError(_("De reservekopie is niet te lezen.")) from error
    except OSError as error:
        message = _("De reservekopie is niet te lezen: %(reason)s")
        raise DamagedError(message % {"reason": error.strerror or error}) from error


def prove(path: Path, key: bytes) -> Contents:
    """Read the whole archive once, keep nothing, and compare every file with the manifest."""
    parts: dict[str, int] = {}
    found: dict[tuple[str, str], str] = {}
    texts: dict[str, Any] = {}
    with opened(path, key) as tar:
        for member in tar:
            source = _content(tar, member)
            room, _slash, rest = member.name.partition("/")
            if room == ROWS:
                table = rest.rpartition("/")[0]
                parts[table] = parts.get(table, 0) + 1
            elif room == FILES:
                kind, _slash, name = rest.partition("/")
                found[kind, name] = digest_of(source)
            else:
                texts[member.name] = json.loads(source.read())
                if member.name == HEAD:
                    _refuse_newer(texts[HEAD])
    if HEAD not in texts or MANIFEST not in texts:
        raise DamagedError(_("De reservekopie is niet compleet."))
    _compare(texts[MANIFEST], parts, found)
    return Contents(texts[HEAD], texts[MANIFEST])


def walk(path: Path, key: bytes, *, on_rows: OnRows, on_file: OnFile) -> None:
    """Read it again, and hand over its rows and files in the order in which they were written."""
    with opened(path, key) as tar:
        for member in tar:
            source = _content(tar, member)
            room, _slash, rest = member.name.partition("/")
            if room == ROWS:
                lines = gzip.decompress(source.read()).decode("utf-8", "surrogatepass")
                # Not splitlines(): a text may hold other ends of lines, JSON escapes only \n.
                rows = [json.loads(line) for line in lines.split("\n") if line]
                on_rows(rest.rpartition("/")[0], rows)
            elif room == FILES:
                kind, _slash, name = rest.partition("/")
                on_file(kind, name, source)


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> BinaryIO:
    source = tar.extractfile(member)
    if source is None:
        raise DamagedError(_("De reservekopie is niet te lezen."))
    return cast(BinaryIO, source)


def _refuse_newer(head: dict[str, Any]) -> None:
    """Newer than this code: by its form, or by a migration that this code does not know."""
    known = set(MigrationLoader(None).disk_migrations or {})
    strange = {(app, name) for app, name in head["migraties"]} - known
    if head["vorm"] > FORMAT or strange:
        raise TooNewError(
            _(
                "Deze reservekopie is gemaakt met een nieuwere versie (%(version)s). "
                "Werk eerst Wijkplein bij, en zet haar dan terug."
            )
            % {"version": head["versie"]}
        )


def _compare(
    manifest: dict[str, Any], parts: dict[str, int], found: dict[tuple[str, str], str]
) -> None:
    promised = {
        (kind, name): entry["sha256"]
        for kind, files in manifest["bestanden"].items()
        for name, entry in files.items()
    }
    counts = {name: t["delen"] for name, t in manifest["tabellen"].items() if t["delen"]}
    if promised != found or counts != parts:
        raise DamagedError(_("De reservekopie klopt niet met haar eigen inhoudsopgave."))
