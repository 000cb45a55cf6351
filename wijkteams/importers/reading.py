"""From bytes to features, without trusting the bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from .limits import MAX_BYTES, MAX_BYTES_WITH_RARE_SIGNS, MAX_FEATURES, MAX_STRUCTURE
from .problems import refuse

COMMON_BYTES = bytes(range(0xF0))


@dataclass(frozen=True)
class Source:
    """A file as it came in: its name for messages, and its bytes."""

    name: str
    data: bytes


def read_path(path: Path) -> Source:
    """Read a file from disk, unless it is too large to be a file of wards."""
    name = printable(path.name)
    try:
        if not path.is_file():
            raise refuse(_("Dit bestand bestaat niet, of het is geen gewoon bestand."), name)
        check_size(path.stat().st_size, name)
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        raise refuse(_("Dit bestand kan niet worden gelezen."), name) from None
    check_size(len(data), name)
    return Source(name, data)


def read_upload(upload: UploadedFile[bytes]) -> Source:
    """Read an uploaded file; it stays open, for whoever wants to keep it."""
    name = printable(upload.name or "")
    check_size(upload.size or 0, name)
    upload.seek(0)
    return Source(name, upload.read())


def read_kept(file: FieldFile, name: str) -> Source:
    """Read a file that an earlier request kept, under the name that its sender gave it."""
    try:
        with file.open("rb") as handle:
            return Source(name, handle.read(MAX_BYTES + 1))
    except OSError:
        raise refuse(_("Dit bestand is er niet meer. Bied het opnieuw aan."), name) from None


def check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise refuse(
            _("Het bestand is te groot: hoogstens %(megabytes)d MB.")
            % {"megabytes": MAX_BYTES // 1024 // 1024},
            name,
        )
    if size == 0:
        raise refuse(_("Het bestand is leeg."), name)


def read_text(source: Source) -> str:
    """The file as text: UTF-8, with or without a byte order mark."""
    if len(source.data) > MAX_BYTES_WITH_RARE_SIGNS and source.data.translate(None, COMMON_BYTES):
        raise refuse(_("Het bestand bevat emoji of andere zeldzame tekens."), source.name)
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(
            _(
                "Het bestand is niet in UTF-8 opgeslagen (byte %(place)d). "
                "Sla het opnieuw op als UTF-8."
            )
            % {"place": error.start + 1},
            source.name,
        ) from None
    if "\x00" in text:
        raise refuse(_("Het bestand bevat lege tekens en is geen tekst."), source.name)
    return text


def read_features(source: Source) -> list[Any]:
    """The features of a GeoJSON file, still unchecked one by one."""
    structure = sum(source.data.count(mark) for mark in (b"[", b"{", b","))
    if structure > MAX_STRUCTURE:
        raise refuse(_("Het bestand bevat te veel gegevens. Splits het op."), source.name)
    collection = parse_json(read_text(source), source.name)
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        raise refuse(_("Dit is geen GeoJSON met een 'FeatureCollection'."), source.name)
    features = collection.get("features")
    if not isinstance(features, list):
        raise refuse(_("In dit bestand ontbreekt de lijst 'features'."), source.name)
    if not features:
        raise refuse(_("Dit bestand bevat geen gebieden."), source.name)
    if len(features) > MAX_FEATURES:
        raise refuse(
            _("Het bestand bevat %(count)d gebieden; hoogstens %(limit)d mag. Splits het op.")
            % {"count": len(features), "limit": MAX_FEATURES},
            source.name,
        )
    return features


def parse_json(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise refuse(_("Het bestand is te diep genest."), name) from None
    except json.JSONDecodeError as error:
        raise refuse(
            _(
                "Het bestand is niet compleet of geen geldige JSON "
                "(regel %(line)d, teken %(column)d)."
            )
            % {"line": error.lineno, "column": error.colno},
            name,
        ) from None
    except ValueError:
        raise refuse(_("Het bestand bevat een onmogelijk getal."), name) from None


def printable(text: str, limit: int = 80) -> str:
    """Text from outside, safe to show in a message or a terminal."""
    shown = "".join(char if char.isprintable() else "�" for char in text[: limit + 1])
    return shown if len(shown) <= limit else f"{shown[:limit]}…"


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)
