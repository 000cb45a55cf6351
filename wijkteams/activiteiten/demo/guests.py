"""Who comes to the activities of the demo. All names are made up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from secrets import token_hex
from typing import Any
from zlib import crc32

from django.utils import timezone
from django.utils.text import slugify

from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer

Status, Bron = Aanmelding.Status, Aanmelding.Bron
SOURCES = (Bron.WEB, Bron.WEB, Bron.TELEFOON, Bron.WEB, Bron.PAPIER, Bron.WEB, Bron.SPREEKUUR)
WITHOUT_MAIL = {Bron.TELEFOON, Bron.PAPIER, Bron.DEUR}


def add_guests(activiteit: Activiteit, keer: Keer | None, guests: dict[str, Any]) -> None:
    """The people on one list: `komt` and `wacht` say with how many each of them comes."""
    seed = crc32(f"{activiteit.title}{keer.slug if keer else ''}".encode())
    names = islice(cycle(all_names()), seed % len(all_names()), None)
    rows = [
        *_rows(guests.get("komt", []), Status.BEVESTIGD, names),
        *_rows(guests.get("onbevestigd", []), Status.ONBEVESTIGD, names),
        *_rows(guests.get("wacht", []), Status.WACHTLIJST, names),
        *_rows(guests.get("afgemeld", []), Status.AFGEMELD, names),
    ]
    for number, row in enumerate(rows):
        row.activiteit, row.keer = activiteit, keer
        row.answers = guests.get("antwoorden", [{}])[number % len(guests.get("antwoorden", [{}]))]
        if guests.get("was_er"):
            row.came = number % 9 != 4
    Aanmelding.objects.bulk_create(rows)


def all_names() -> list[str]:
    """Of people who are not there."""
    path = Path(__file__).parent / "namen.toml"
    return [str(name) for name in tomllib.loads(path.read_text())["namen"]]


def _rows(groups: list[Any], status: str, names: Iterator[str]) -> Iterator[Aanmelding]:
    """One row for each group; `2` is two adults, `[1, 2]` one adult with two children."""
    now = timezone.now()
    for number, (group, bron) in enumerate(zip(groups, cycle(SOURCES), strict=False)):
        name = next(names)
        adults, children = (group, 0) if isinstance(group, int) else group
        mail = f"{slugify(name).replace('-', '.')}@voorbeeld.example"
        waits = status == Status.WACHTLIJST
        held = status == Status.ONBEVESTIGD
        yield Aanmelding(
            status=status,
            bron=bron,
            name=name,
            email="" if bron in WITHOUT_MAIL else mail,
            phone=f"06 99 00 {number:02} {len(name):02}" if bron in WITHOUT_MAIL else "",
            adults=adults,
            children=children,
            places=adults + children,
            code=token_hex(16),
            request_key=token_hex(16),
            queued_at=now - timedelta(hours=40 - number) if waits else None,
            hold_until=now + timedelta(days=3) if held else None,
        )
