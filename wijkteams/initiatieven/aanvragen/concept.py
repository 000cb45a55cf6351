"""An idea that somebody is writing: opened by its own link, and gone after thirty days.

What is sent is one idea whatever is clicked twice: its code follows from that of the concept.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.crypto import salted_hmac

from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.models import Aanvraagconcept

KEPT = timedelta(days=30)


@dataclass
class Draft:
    """What was written so far."""

    begonnen: float = 0.0
    wijk: int = 0
    titel: str = ""
    idee: str = ""
    waarom: str = ""
    hele_wijk: bool = False
    plek: list[float] | None = None
    "Longitude, latitude."
    waar: str = ""
    wie: str = ""
    nodig: dict[str, str] = field(default_factory=dict)
    themas: list[int] = field(default_factory=list)
    name: str = ""
    email: str = ""
    phone: str = ""
    naam_openbaar: bool = False
    samen: list[dict[str, str]] = field(default_factory=list)
    "Others who want it too: name and email."
    recept: int = 0
    "The initiative of which they saw the recipe."
    akkoord: bool = False
    "With the house rules."
    gezien: list[str] = field(default_factory=list)
    "The steps that were answered, also with nothing."


@dataclass(frozen=True)
class Half:
    """A concept that was opened with its link."""

    token: str
    row: Aanvraagconcept
    draft: Draft


def start(wijk: int, **known: Any) -> str:
    """Store something new; gives the token of its link. `known`: fields of the draft, by name."""
    now = timezone.now()
    draft = Draft(begonnen=now.timestamp(), wijk=wijk, **known)
    row = Aanvraagconcept.objects.create(inhoud=asdict(draft), vervalt=now + KEPT)
    return tokens.make(tokens.CONCEPT, row.code)


def find(token: str, *, held: bool = False) -> Half | None:
    """What is being written; `held`: by nobody else until the transaction ends."""
    code = tokens.code_of(tokens.CONCEPT, token)
    if code is None:
        return None
    rows = Aanvraagconcept.objects.defer("foto")
    rows = rows.select_for_update() if held else rows
    row = rows.filter(code=code, vervalt__gt=timezone.now()).first()
    if row is None:
        return None
    known: dict[str, Any] = {
        one.name: row.inhoud[one.name] for one in fields(Draft) if one.name in row.inhoud
    }
    return Half(token, row, Draft(**known))


def keep(half: Half) -> None:
    """Store what changed in `half.draft`."""
    Aanvraagconcept.objects.filter(pk=half.row.pk).update(inhoud=asdict(half.draft))


def code_of_idea(token: str) -> str:
    """The code of what is sent from here: the same each time."""
    return salted_hmac("initiatieven.idee", token, algorithm="sha256").hexdigest()[:32]


def photo_of(half: Half) -> bytes:
    """The picture so far; empty when there is none."""
    rows = Aanvraagconcept.objects.filter(pk=half.row.pk)
    return bytes(rows.values_list("foto", flat=True).first() or b"")


def set_photo(half: Half, content: bytes | None) -> None:
    """Another picture, or none."""
    Aanvraagconcept.objects.filter(pk=half.row.pk).update(foto=content)
