"""What somebody has filled in so far: sealed with a secret that only they have.

The secret is in a cookie, and in the link of 'Later verder'. The database holds a digest of it and
what it closes; who has the database has neither the answers nor the secret (rule R-10).
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from enquetes.bus.sealing import SealedError, keys_for, seal, unseal
from enquetes.models import Concept, Enquete, Versie
from enquetes.models.versie import as_text
from enquetes.vragen.antwoord import Antwoorden

PURPOSE = "concept"
KEPT = timedelta(days=30)
"How long something half filled in waits; never longer than the survey can be sent."
_SHAPE = re.compile(r"[0-9a-f]{32}-([0-9]{8})", re.ASCII)


@dataclass
class Draft:
    """What is in a concept."""

    antwoorden: Antwoorden = field(default_factory=dict)
    language: str = "nl"
    deelname: int | None = None
    "The right to answer that is used up on sending (`toegang`)."
    gezien: list[str] = field(default_factory=list)
    "The pages that were filled in, by their ids."


@dataclass(frozen=True)
class Half:
    """A concept that was opened with its secret."""

    token: str
    concept: Concept
    draft: Draft

    @property
    def versie(self) -> Versie:
        """The questions that they began with; those stay, whatever is published meanwhile."""
        return self.concept.versie


def new_token(until: date) -> str:
    """A secret of 128 bits, and the day until which it is good."""
    return f"{secrets.token_hex(16)}-{until:%Y%m%d}"


def good_until(token: str) -> date | None:
    """The day in a secret; None for what is none."""
    match = _SHAPE.fullmatch(token)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def was_sent(token: str) -> bool:
    """Of a secret that opens nothing any more: whether its answers were sent.

    Until its last day only sending takes away what it opened.
    """
    day = good_until(token)
    return day is not None and day >= timezone.localdate()


def last_day(enquete: Enquete) -> date:
    """Until when something that is begun now is kept."""
    day = timezone.localdate() + KEPT
    if enquete.closes_at is not None:
        # Who comes after the closing still finds what they wrote, for a week.
        return min(day, timezone.localdate(enquete.closes_at) + timedelta(days=7))
    return day


def start(enquete: Enquete, versie: Versie, draft: Draft) -> str:
    """Store something new; gives its secret."""
    until = last_day(enquete)
    token = new_token(until)
    inhoud = _sealed(token, draft, enquete)
    Concept.objects.create(
        sleutel=digest(token), enquete=enquete, versie=versie, inhoud=inhoud, vervalt=until
    )
    return token


def find(enquete: Enquete, token: str, *, held: bool = False) -> Half | None:
    """What this secret opens; `held`: nobody else changes it until the transaction ends."""
    if good_until(token) is None:
        return None
    rows = Concept.objects.select_for_update(of=("self",)) if held else Concept.objects.all()
    rows = rows.select_related("versie").defer("versie__inhoud")
    rows = rows.annotate(text=as_text("versie__"))
    concept = rows.filter(sleutel=digest(token), enquete=enquete).first()
    if concept is None:
        return None
    try:
        content = unseal(keys_for(PURPOSE, token), concept.inhoud, _about(enquete))
    except SealedError:
        return None
    concept.versie.enquete = concept.enquete = enquete
    concept.versie.__dict__["text"] = concept.__dict__["text"]  # read once in each process
    return Half(token, concept, Draft(**json.loads(content)))


def keep(half: Half) -> None:
    """Store what changed in `half.draft`."""
    inhoud = _sealed(half.token, half.draft, half.concept.enquete)
    Concept.objects.filter(pk=half.concept.pk).update(inhoud=inhoud)


def digest(token: str) -> str:
    """What the database knows of a secret."""
    return hashlib.sha256(f"enquetes.concept:{token}".encode()).hexdigest()


def _sealed(token: str, draft: Draft, enquete: Enquete) -> bytes:
    content = json.dumps(asdict(draft)).encode()
    return seal(keys_for(PURPOSE, token)[0], content, _about(enquete))


def _about(enquete: Enquete) -> bytes:
    return f"concept {enquete.pk}".encode()


def mark_of(half: Half, text: str) -> str:
    """A short code of a text, which only who has the secret can make."""
    return salted_hmac(f"enquetes.{PURPOSE}.mark", text, secret=half.token).hexdigest()[:16]
