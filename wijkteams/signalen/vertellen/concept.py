"""A signal that somebody is telling: of their browser alone, and gone after a day.

The secret is in a cookie; the database holds a digest of it. What is sent, is one signal whatever
is clicked twice: the code of who told it follows from the secret.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import asdict, dataclass, field, fields
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from wijkteams.signalen.models import Signaalconcept

KEPT = timedelta(hours=24)
_SHAPE = re.compile(r"[0-9a-f]{32}", re.ASCII)


@dataclass
class Draft:
    """What was told so far."""

    begonnen: float = 0.0
    wijk: int | None = None
    categorie: int | None = None
    titel: str = ""
    tekst: str = ""
    plek: list[float] | None = None
    "Longitude, latitude."
    waar: str = ""
    hele_wijk: bool = False
    name: str = ""
    email: str = ""
    phone: str = ""
    volgt: bool = True
    citaat: bool = False
    gezien: list[str] = field(default_factory=list)
    "The steps that were answered, also with nothing."


@dataclass(frozen=True)
class Half:
    """A concept that was opened with its secret."""

    token: str
    row: Signaalconcept
    draft: Draft


def start(draft: Draft) -> str:
    """Store something new; gives its secret."""
    token = secrets.token_hex(16)
    draft.begonnen = timezone.now().timestamp()
    vervalt = timezone.now() + KEPT
    Signaalconcept.objects.create(sleutel=digest(token), inhoud=asdict(draft), vervalt=vervalt)
    return token


def find(request: HttpRequest, *, held: bool = False) -> Half | None:
    """What is being told in this browser; `held`: by nobody else until the transaction ends."""
    token = secret_of(request)
    if not token:
        return None
    rows = Signaalconcept.objects.select_for_update() if held else Signaalconcept.objects.all()
    row = rows.filter(sleutel=digest(token), vervalt__gt=timezone.now()).first()
    if row is None:
        return None
    known: dict[str, Any] = {
        one.name: row.inhoud[one.name] for one in fields(Draft) if one.name in row.inhoud
    }
    return Half(token, row, Draft(**known))


def keep(half: Half) -> None:
    """Store what changed in `half.draft`."""
    Signaalconcept.objects.filter(pk=half.row.pk).update(inhoud=asdict(half.draft))


def digest(token: str) -> str:
    """What the database knows of a secret."""
    return hashlib.sha256(f"signalen.concept:{token}".encode()).hexdigest()


def code_of_teller(token: str) -> str:
    """The code of who tells this: the same for each time that it is sent."""
    return salted_hmac("signalen.melder", token, algorithm="sha256").hexdigest()[:32]


def secret_of(request: HttpRequest) -> str:
    """The secret in this browser; empty when there is none."""
    token = request.COOKIES.get(cookie_name(), "")
    return token if _SHAPE.fullmatch(token) else ""


def give(response: HttpResponse, token: str) -> None:
    """Until the browser is closed: it may be the computer of the library."""
    response.set_cookie(
        cookie_name(),
        token,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def cookie_name() -> str:
    """On a real site no other host can set it (R-28)."""
    return f"{'__Host-' if settings.SESSION_COOKIE_SECURE else ''}signaal"
