"""Somebody at work on a survey: what they have, what they may, and which pages they see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from enquetes.bus.services import GRACE
from enquetes.invullen import concept, cookie
from enquetes.invullen.concept import Half
from enquetes.models import Enquete, Stand
from enquetes.vragen import Stap, Vragenlijst
from enquetes.vragen.pad import zichtbaar
from enquetes.vragen.talen import Vertaald, vragenlijst_in


@dataclass
class Sitting:
    """One request of somebody who began to fill in."""

    enquete: Enquete
    half: Half

    @cached_property
    def asked(self) -> Vertaald:
        """The questions that they began with, in the language that they read now."""
        return vragenlijst_in(self.half.versie, get_language() or "nl")

    @property
    def vragenlijst(self) -> Vragenlijst:
        return self.asked.vragenlijst

    @property
    def stappen(self) -> tuple[Stap, ...]:
        """The pages that they see, given what they answered so far."""
        return zichtbaar(self.vragenlijst, self.half.draft.antwoorden)

    def next_unseen(self) -> int | None:
        """The number of the first page that they did not fill in; None when they did all."""
        seen = set(self.half.draft.gezien)
        numbers = enumerate(self.stappen, start=1)
        return next((number for number, stap in numbers if stap.id not in seen), None)


def enquete_of(code: str) -> Enquete:
    """The survey with this code, or 404: also of one with results that is not public any more."""
    found = Enquete.objects.with_wijk().filter(code=code, is_live=True).first()
    if found is None:
        raise Http404
    return found


def sitting_of(request: HttpRequest, enquete: Enquete, *, held: bool = False) -> Sitting | None:
    """What is half filled in in this browser; `held` within a transaction that changes it."""
    half = concept.find(enquete, cookie.read(request, enquete), held=held)
    return Sitting(enquete, half) if half is not None else None


def until(enquete: Enquete) -> datetime | None:
    """Until when who had begun may send; None: it does not close."""
    return enquete.closes_at + GRACE if enquete.closes_at else None


def may_send(enquete: Enquete, now: datetime | None = None) -> bool:
    """Whether what was begun still counts: while it is open, and an hour after."""
    now = now or timezone.now()
    if enquete.uitslag_op is not None:
        return False
    stand, last = enquete.stand(now), until(enquete)
    return stand == Stand.OPEN or (stand == Stand.GESLOTEN and last is not None and now < last)


def is_overtime(enquete: Enquete) -> bool:
    """Whether it was closed while they were filling in, and they may still send."""
    return may_send(enquete) and enquete.stand() == Stand.GESLOTEN
