"""Pictures of answers, written when the answers are laid down."""

from __future__ import annotations

import datetime
import os
import uuid
from collections.abc import Mapping
from contextlib import suppress

from django.core.files.base import ContentFile

from enquetes.models import AntwoordFoto, Enquete
from enquetes.vragen.antwoord import Antwoorden


def write(
    enquete: Enquete, antwoorden: Antwoorden, fotos: Mapping[str, bytes], dag: datetime.date
) -> Antwoorden:
    """The answers with the keys of stored pictures in the place of those they came with.

    Every file gets the same moment: the beginning of the day.
    """
    keys = {key: _store(enquete, content, dag) for key, content in fotos.items()}
    return {
        name: keys.get(value, value) if isinstance(value, str) else value
        for name, value in antwoorden.items()
    }


def _store(enquete: Enquete, content: bytes, dag: datetime.date) -> str:
    foto = AntwoordFoto(id=uuid.uuid4(), enquete=enquete)
    ending = "png" if content.startswith(b"\x89PNG") else "jpg"
    foto.file.save(f"{uuid.uuid4().hex}.{ending}", ContentFile(content), save=False)
    moment = datetime.datetime.combine(dag, datetime.time.min).timestamp()
    with suppress(NotImplementedError):  # a storage that is not a disk has no such moments
        os.utime(foto.file.path, (moment, moment))
    foto.save()
    return str(foto.pk)
