"""What a document holds must be what its name says; and a zip inside must not be a bomb."""

from __future__ import annotations

import struct
import zipfile
from pathlib import PurePath
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from core.uploads.limits import ZIP_MAX_ENTRIES, ZIP_MAX_RATIO, ZIP_MAX_TOTAL

# The member (for odt and ods: the text in 'mimetype') that makes a zip a document of this kind.
_OFFICE_FOLDER = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
_OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
_MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<body", b"<iframe")
_END_OF_ZIP = b"PK\x05\x06"
_END_SIZE = 22
_BYTES_PER_ENTRY = 512


def check_document_file(file: File[bytes], name: str = "") -> None:
    """Raise ValidationError (in Dutch) when contents and name differ, or unpack to too much."""
    extension = PurePath(name or file.name or "").suffix.lower()[1:]
    file.seek(0)
    try:
        fits = _fits(extension, file)
    except (zipfile.BadZipFile, struct.error, KeyError, NotImplementedError, OSError):
        fits = False
    finally:
        file.seek(0)
    if not fits:
        raise ValidationError(
            _(
                "Dit bestand is geen echt %(extension)s-bestand. Open het in het programma waarin "
                "je het hebt gemaakt, bewaar het opnieuw en probeer het nog eens."
            )
            % {"extension": extension},
            code="wrong_contents",
        )


def _fits(extension: str, file: File[bytes]) -> bool:
    start = file.read(1024)
    file.seek(0)
    if extension == "pdf":
        return start.startswith(b"%PDF-")
    if extension in {"txt", "csv"}:
        return _is_text(start, file)
    if not start.startswith(b"PK\x03\x04"):
        return False
    with _checked_zip(file) as archive:
        return _zip_fits(extension, archive)


def _is_text(start: bytes, file: File[bytes]) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):  # as Excel writes 'Unicode text'
        return True
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return False
    return all(b"\x00" not in chunk for chunk in file.chunks())


def _checked_zip(file: File[bytes]) -> zipfile.ZipFile:
    _refuse_long_directory(file)
    source: IO[bytes] | Any = file.file or file
    archive = zipfile.ZipFile(source)
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    too_dense = total > 1024 * 1024 and total / packed > ZIP_MAX_RATIO
    if len(entries) > ZIP_MAX_ENTRIES or total > ZIP_MAX_TOTAL or too_dense:
        raise _bomb()
    return archive


def _refuse_long_directory(file: File[bytes]) -> None:
    """The list of contents is read whole by zipfile: look at its length before that."""
    size = file.size
    tail_size = min(size, 65_535 + _END_SIZE)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    at = tail.rfind(_END_OF_ZIP)
    if at < 0:
        raise zipfile.BadZipFile
    count, length = struct.unpack_from("<HI", tail, at + 10)
    file.seek(0)
    if count > ZIP_MAX_ENTRIES or length > ZIP_MAX_ENTRIES * _BYTES_PER_ENTRY:
        raise _bomb()


def _bomb() -> ValidationError:
    return ValidationError(
        _("Dit bestand wordt uitgepakt veel te groot. Kies een kleiner bestand."), code="bomb"
    )


def _zip_fits(extension: str, archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return False  # a document that runs a program is none of ours
    if extension in _OFFICE_FOLDER:
        folder = _OFFICE_FOLDER[extension]
        return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)
    if extension in _OPEN_DOCUMENT:
        with archive.open("mimetype") as member:
            return member.read(100).strip() == _OPEN_DOCUMENT[extension]
    return extension == "zip"
