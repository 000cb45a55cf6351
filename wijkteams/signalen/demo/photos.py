"""Drawings that stand for the photos with signals of the demo city."""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image as PillowImage

from wijkteams.demo.pictures import DemoPictures
from wijkteams.signalen.models import Signaal, SignaalFoto

LARGE, SMALL = 1200, 400
"Pixels at most, each way."


def add_photos(signalen: Iterable[Signaal], pictures: DemoPictures, albums: Sequence[Path]) -> None:
    """Give each signal the drawing that the file names, as a photo that the team has seen."""
    names: dict[str, str] = tomllib.loads((Path(__file__).parent / "fotos.toml").read_text())
    for signaal in signalen:
        if name := names.get(signaal.titel):
            _add(signaal, _found(name, albums), pictures)


def _found(name: str, albums: Sequence[Path]) -> Path:
    places = (album / "pictures" / name for album in albums)
    return next(path for path in places if path.exists())


def _add(signaal: Signaal, path: Path, pictures: DemoPictures) -> None:
    with PillowImage.open(path) as opened:
        drawn = opened.convert("RGB")
    large, small = _jpeg(drawn, LARGE), _jpeg(drawn, SMALL)
    foto = SignaalFoto(signaal=signaal, width=large[1], height=large[2], is_openbaar=True)
    name = secrets.token_hex(4)
    foto.file.save(f"{name}.jpg", ContentFile(large[0]), save=False)
    pictures.written.append(str(foto.file.name))
    foto.small.save(f"{name}.jpg", ContentFile(small[0]), save=False)
    pictures.written.append(str(foto.small.name))
    foto.save()


def _jpeg(drawn: PillowImage.Image, edge: int) -> tuple[bytes, int, int]:
    copy = drawn.copy()
    copy.thumbnail((edge, edge))
    written = BytesIO()
    copy.save(written, "JPEG", quality=82)
    return written.getvalue(), copy.width, copy.height
