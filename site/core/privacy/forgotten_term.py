"""How long it is remembered who was forgotten: a year, and no older backup may be put back."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.privacy.forgotten import locked
from core.privacy.register import Processing, register

KEEP = timedelta(days=365)


def declare_forgotten() -> None:
    """For the public privacy page and the nightly purge."""
    register(
        Processing(
            key="vergeten",
            title=_("Wie vergeten is, blijft vergeten"),
            who=_("Wie vroeg om alle gegevens te wissen"),
            data=(_("een onleesbaar kenmerk van het e-mailadres, en wanneer is gewist"),),
            purpose=_("Iemand opnieuw wissen als een oude reservekopie wordt teruggezet."),
            ground=_("Wettelijke plicht: wat gewist is, moet gewist blijven."),
            retention=_("Een jaar. Een reservekopie die ouder is, zetten wij niet terug."),
            keep=KEEP,
            purge=_purge,
        )
    )


def _purge(now: datetime) -> int:
    """Counted at once; the files are written anew on commit, so that a trial changes nothing."""
    limit, counts = now - KEEP, []
    for path in settings.FORGOTTEN_LISTS:
        old = [line for line in _lines(path) if _is_old(line, limit)]
        counts.append(len(old))
        if old:
            transaction.on_commit(partial(_write_without_old, path, limit))
    return max(counts, default=0)


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def _is_old(line: str, limit: datetime) -> bool:
    moment = json.loads(line).get("wanneer")
    return moment is not None and datetime.fromisoformat(moment) <= limit


def _write_without_old(path: Path, limit: datetime) -> None:
    """Under the same lock as who adds a line; the old file stays until the new one is whole."""
    with locked(path):
        kept = [line for line in _lines(path) if not _is_old(line, limit)]
        half = path.with_name(f"{path.name}.half")
        number = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(number, "w") as target:
            target.write("".join(f"{line}\n" for line in kept))
            target.flush()
            os.fsync(target.fileno())
        half.replace(path)
