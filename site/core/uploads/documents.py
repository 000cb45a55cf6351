"""What a document holds must be what its name says; and a zip inside must not be a bomb."""

from __future__ import annotations

import struct
import zipfile
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from core.uploads.archives import zip_fits
from core.uploads.pdf import is_pdf

_MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<body", b"<iframe")


def check_document_file(file: File[bytes], name: str = "") -> None:
    """Raise ValidationError (in Dutch) when contents and name differ, or unpack to too much."""
    extension = PurePath(name or file.name or "").suffix.lower()[1:]
    file.seek(0)
    try:
        fits = _fits(extension, file)
    except (zipfile.BadZipFile, struct.error, KeyError, NotImplementedError, OSError):
        fits = False
    except (RuntimeError, ValueError, UnicodeError):  # encrypted, or a directory that is no list
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
        return is_pdf(file)
    if extension in {"txt", "csv"}:
        return _is_text(start, file)
    return start.startswith(b"PK\x03\x04") and zip_fits(extension, file)


def _is_text(start: bytes, file: File[bytes]) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):  # as Excel writes 'Unicode text'
        start = start.decode("utf-16", "ignore").encode()
        return not start.lstrip().lower().startswith(_MARKUP)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return False
    return all(b"\x00" not in chunk for chunk in file.chunks())
