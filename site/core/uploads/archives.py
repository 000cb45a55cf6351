"""What a zip holds, and every document that is a zip inside; nothing of it is ever unpacked."""

from __future__ import annotations

import re
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
_BYTES_PER_ENTRY = 512
# Programs within a document: of Office (VBA, sheets of macros, ActiveX) and of LibreOffice.
_MACRO = re.compile(
    r"(vbaproject\.bin$|vbadata\.xml$|/macrosheets/|/dialogsheets/|/activex/"
    r"|^basic/|^scripts/)",
    re.IGNORECASE,
)
_PACKED = frozenset(
    [
        "zip",
        "7z",
        "rar",
        "tar",
        "gz",
        "tgz",
        "bz2",
        "xz",
        "zst",
        "jar",
        "cab",
        "iso",
        "lzh",
        "arj",
        "ace",
    ]
)
# Files that start a program when somebody clicks on them.
_RUNS = frozenset(
    [
        "exe",
        "com",
        "bat",
        "cmd",
        "scr",
        "pif",
        "msi",
        "msp",
        "ps1",
        "vbs",
        "vbe",
        "js",
        "jse",
        "wsf",
        "wsh",
        "hta",
        "lnk",
        "reg",
        "dll",
        "cpl",
        "jar",
        "apk",
        "app",
        "dmg",
        "sh",
        "docm",
        "dotm",
        "xlsm",
        "xltm",
        "xlam",
        "pptm",
        "potm",
        "ppsm",
        "iqy",
        "slk",
    ]
)


def zip_fits(extension: str, file: File[bytes]) -> bool:
    """Whether this zip is a document of this kind. Raises ValidationError for a bomb."""
    with _checked_zip(file) as archive:
        names = archive.namelist()
        if extension == "zip":
            _refuse_members(names)
            return True
        if any(_MACRO.search(name) for name in names):
            raise runs_a_program()
        if extension in _OFFICE_FOLDER:
            folder = _OFFICE_FOLDER[extension]
            return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)
        if extension in _OPEN_DOCUMENT:
            with archive.open("mimetype") as member:
                return member.read(100).strip() == _OPEN_DOCUMENT[extension]
    return False


def runs_a_program() -> ValidationError:
    """Macros, scripts and the like: whoever opens the file runs what somebody else wrote."""
    return ValidationError(
        _(
            "In dit bestand zit een programma (een macro of script). Dat is gevaarlijk voor wie "
            "het opent. Bewaar het zonder macro's, bijvoorbeeld als pdf."
        ),
        code="program",
    )


def _refuse_members(names: list[str]) -> None:
    endings = {PurePath(name.rstrip(". ")).suffix.lower()[1:] for name in names}
    if endings & _RUNS:
        raise runs_a_program()
    if endings & _PACKED:
        raise ValidationError(
            _("In dit zip-bestand zit nog een zip-bestand. Pak dat eerst uit."), code="nested"
        )


def _checked_zip(file: File[bytes]) -> zipfile.ZipFile:
    source: IO[bytes] | Any = file.file or file
    _refuse_long_directory(source)
    archive = zipfile.ZipFile(source)
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    too_dense = total > 1024 * 1024 and total / (packed or 1) > ZIP_MAX_RATIO
    # Members that lie over one another unpack the same bytes again and again.
    overlaps = packed > file.size
    if len(entries) > ZIP_MAX_ENTRIES or total > ZIP_MAX_TOTAL or too_dense or overlaps:
        raise _bomb()
    return archive


def _refuse_long_directory(source: Any) -> None:
    """The list of contents is read whole by zipfile: look at its length before that.

    Asked of zipfile itself: a file can hold several ends, and ours might be another than its.
    """
    end: list[Any] | None = zipfile._EndRecData(source)  # type: ignore[attr-defined]
    source.seek(0)
    if end is None:
        raise zipfile.BadZipFile
    count, length = end[zipfile._ECD_ENTRIES_TOTAL], end[zipfile._ECD_SIZE]  # type: ignore[attr-defined]
    if count > ZIP_MAX_ENTRIES or length > ZIP_MAX_ENTRIES * _BYTES_PER_ENTRY:
        raise _bomb()


def _bomb() -> ValidationError:
    return ValidationError(
        _("Dit bestand wordt uitgepakt veel te groot. Kies een kleiner bestand."), code="bomb"
    )
