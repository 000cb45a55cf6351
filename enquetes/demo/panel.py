"""The residents' panel of a ward of the demo: who said 'ask me', and confirmed (S4)."""

from __future__ import annotations

import secrets
import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone
from django.utils.text import slugify

from core.mail.addresses import key_of
from enquetes.models import Panellid
from wijkteams.models import Wijk

FILE = Path(__file__).parent / "panel.toml"
APART = 9
"Days between one member and the next."


def load_panel(today: date) -> None:
    """Add the members who are not there yet; the last came a week ago."""
    data = tomllib.loads(FILE.read_text())
    wijk = Wijk.objects.get(slug=data["wijk"])
    known = set(Panellid.objects.filter(wijk=wijk).values_list("email_key", flat=True))
    leden = [
        _member(wijk, name, data["talen"].get(name, "nl"), today - timedelta(7 + APART * place))
        for place, name in enumerate(reversed(data["leden"]))
    ]
    new = [lid for lid in reversed(leden) if lid.email_key not in known]
    Panellid.objects.bulk_create(new)
    for lid in new:  # the moment of adding is written by itself
        lid.created_at = lid.confirmed_at or lid.created_at
    Panellid.objects.bulk_update(new, ["created_at"])


def _member(wijk: Wijk, name: str, language: str, day: date) -> Panellid:
    email = f"{slugify(name).replace('-', '.')}@sluisdam.example"
    return Panellid(
        wijk=wijk,
        email=email,
        email_key=key_of(email),
        name=name,
        language=language,
        status=Panellid.Status.ACTIEF,
        code=secrets.token_hex(16),  # opens their page: never the same on two sites
        confirmed_at=timezone.make_aware(datetime.combine(day, time(19, 30))),
    )
