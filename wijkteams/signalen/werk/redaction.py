"""Taking away what should not be kept: words of a signal, and parts of its photos (G3, R-16).

What is taken away is gone: no earlier version is kept of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw

from wijkteams.signalen import changed, fotos, services
from wijkteams.signalen.models import (
    Doorzending,
    Opvolging,
    Signaal,
    SignaalFoto,
    Themasignaal,
)
from wijkteams.signalen.models.choices import Openbaarheid
from wijkteams.signalen.werk.dossier import make_again

WEG = "[weggehaald: persoonsgegevens]"
"Always in Dutch: it becomes a part of the text."
FIELDS = ("titel", "tekst", "plaats_tekst")
OF_STEPS = ("openbare_zin", "interne_notitie")
OF_PARTNERS = ("bericht", "antwoord")
OF_THEMES = ("citaat",)


@dataclass(frozen=True)
class Box:
    """A part of a photo, in percents of its width and height."""

    left: float
    top: float
    wide: float
    high: float


def without(text: str, words: Sequence[str]) -> str:
    """The text with each of these taken away, in capitals or not; the longest first."""
    longest = sorted({word for word in words if word}, key=len, reverse=True)
    if not longest:
        return text
    found = re.compile("|".join(re.escape(word) for word in longest), re.IGNORECASE)
    pieces = re.split(re.escape(WEG), text)
    return WEG.join(found.sub(WEG, piece) for piece in pieces)


def missing(signaal: Signaal, words: Iterable[str]) -> list[str]:
    """Those of these that stand nowhere in what hangs on the signal."""
    everything = "\n".join(_texts(signaal))
    return [word for word in words if without(everything, [word]) == everything]


def _texts(signaal: Signaal) -> Iterable[str]:
    for field in FIELDS:
        yield getattr(signaal, field)
    yield from (text for row in signaal.opvolgingen.values_list(*OF_STEPS) for text in row)
    yield from (text for row in signaal.doorzendingen.values_list(*OF_PARTNERS) for text in row)
    yield from signaal.themas.values_list("citaat", flat=True)


@transaction.atomic
def take_away_words(pk: int, words: Sequence[str], *, door: Any) -> Signaal:
    """Out of the signal, its steps and what went to and came from partners."""
    signaal = Signaal.objects.locked(pk)
    for field in FIELDS:
        setattr(signaal, field, _fits(signaal, field, words))
    in_rows(Opvolging.objects.filter(signaal=signaal), OF_STEPS, words)
    in_rows(Doorzending.objects.filter(signaal=signaal), OF_PARTNERS, words)
    in_rows(Themasignaal.objects.filter(signaal=signaal), OF_THEMES, words)
    services.touch(signaal)
    changed.taken_away.send(Signaal, signaal=signaal, words=words)
    zin = _("Wij haalden persoonsgegevens weg uit de tekst. De rest staat er nog.")
    services.step(pk, signaal.staat, door=door, openbare_zin=zin)
    return signaal


def in_rows(rows: Any, fields: Sequence[str], words: Sequence[str]) -> None:
    """Out of these fields of all these rows."""
    for row in rows:
        before = [getattr(row, field) for field in fields]
        for field in fields:
            setattr(row, field, _fits(row, field, words))
        if before != [getattr(row, field) for field in fields]:
            row.save(update_fields=fields)


def _fits(row: Any, field: str, words: Sequence[str]) -> str:
    """Without these words, and no longer than the field is."""
    return without(getattr(row, field), words)[: row._meta.get_field(field).max_length]


@transaction.atomic
def cover(foto_pk: int, boxes: Sequence[Box], *, door: Any) -> SignaalFoto:
    """Paint over parts of a photo. The pixels below are gone, on the disk too. New address."""
    # First the signal, then what hangs on it: who changes both at once waits, and no more.
    of_it = SignaalFoto.objects.values_list("signaal_id", flat=True)
    signaal = Signaal.objects.locked(of_it.get(pk=foto_pk))
    foto = SignaalFoto.objects.select_for_update(of=("self",)).get(pk=foto_pk)
    with foto.file.open("rb") as file, Image.open(file) as source:
        picture = source.convert("RGBA" if source.mode == "RGBA" else "RGB")
    paint = ImageDraw.Draw(picture)
    for box in boxes:
        paint.rectangle(_pixels(box, *picture.size), fill=(0, 0, 0))
    foto.is_bewerkt = True
    fotos.overwrite(foto, picture)
    services.touch(signaal)
    make_again(signaal)
    if foto.is_openbaar and signaal.openbaarheid == Openbaarheid.OPENBAAR:
        zin = _("Wij dekten een deel van een foto af, omdat er iemand herkenbaar op stond.")
        services.step(signaal.pk, signaal.staat, door=door, openbare_zin=zin)
    return foto


def _pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """From the first to the last pixel that any part of it touches."""
    left, top = int(box.left * width / 100), int(box.top * height / 100)
    right = min(-int(-(box.left + box.wide) * width / 100 // 1), width - 1)
    bottom = min(-int(-(box.top + box.high) * height / 100 // 1), height - 1)
    return left, top, max(right, left), max(bottom, top)
