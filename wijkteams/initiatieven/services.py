"""Writing initiatives: what a page says when it is published, and every step.

Nobody else sets `staat`; so every change has its `Stap` with a sentence (requirement I2), and who
has something to do with it hears (`changed`).
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.initiatieven import changed
from wijkteams.initiatieven.closing import afloop_of
from wijkteams.initiatieven.models import AFGESLOTEN, Initiatief, InitiatiefPage, Staat, Stap
from wijkteams.initiatieven.staten import may_move


class StaleError(Exception):
    """Somebody else changed it since it was read; `changes` says what they did."""

    def __init__(self, changes: list[Stap]) -> None:
        super().__init__("stale")
        self.changes = changes


def initiatief_of(page: InitiatiefPage) -> Initiatief | None:
    """The identity of a page, the same for all its translations; None before it was published."""
    return Initiatief.objects.filter(translation_key=page.translation_key).first()


@transaction.atomic
def publish(page: InitiatiefPage) -> Initiatief:
    """Take over what a published page says, and make its identity when it has none."""
    found = initiatief_of(page)
    if found is None:
        return _new(page)
    initiatief = Initiatief.objects.locked(found.pk)
    if page.locale.language_code == settings.LANGUAGE_CODE or not initiatief.title:
        initiatief.title, initiatief.afloop = page.title, afloop_of(page)
    initiatief.wijk_id, initiatief.is_live = page.wijk_id, True
    initiatief.save()
    return initiatief


def _new(page: InitiatiefPage) -> Initiatief:
    initiatief = Initiatief.objects.create(
        translation_key=page.translation_key,
        wijk_id=page.wijk_id,
        title=page.title,
        afloop=afloop_of(page),
        is_live=True,
    )
    Stap.objects.create(
        initiatief=initiatief, naar=initiatief.staat, zin=_("Dit idee staat op de site.")
    )
    return initiatief


@transaction.atomic
def unpublish(page: InitiatiefPage) -> None:
    """Follow a page that went off the site, unless it still stands there in another language."""
    others = InitiatiefPage.objects.live().filter(translation_key=page.translation_key)
    live = others.exclude(pk=page.pk).exists()
    Initiatief.objects.filter(translation_key=page.translation_key).update(is_live=live)


@transaction.atomic
def step(pk: int, naar: str, zin: str, *, door: Any = None, seen: int | None = None) -> Stap:
    """Bring an initiative to another state, with the sentence for residents. Gives the step.

    `seen`: the `stap` that was read; StaleError when it is older. ValidationError for a move that
    is not in the table, or without a sentence.
    """
    initiatief = Initiatief.objects.locked(pk)
    if seen is not None and seen != initiatief.stap:
        raise StaleError(list(initiatief.stappen.order_by("-pk")[: initiatief.stap - seen]))
    _check(initiatief, naar, zin)
    stap = Stap.objects.create(
        initiatief=initiatief, van=initiatief.staat, naar=naar, zin=zin.strip(), door=door
    )
    now = timezone.now()
    initiatief.staat, initiatief.staat_sinds = naar, now
    initiatief.afgesloten_op = now if naar in AFGESLOTEN else None
    touch(initiatief)
    changed.stepped.send(Initiatief, initiatief=initiatief, stap=stap)
    return stap


def touch(initiatief: Initiatief, *, alive: bool = True) -> None:
    """Save a locked initiative after a change; `alive`: it is a sign that it still goes on."""
    if alive:
        initiatief.laatste_teken, initiatief.gevraagd_op = timezone.now(), None
    initiatief.stap += 1
    initiatief.save()
    changed.shown_otherwise.send(Initiatief, initiatief=initiatief)


def _check(initiatief: Initiatief, naar: str, zin: str) -> None:
    if naar not in Staat.values or not may_move(initiatief.staat, naar):
        label = Staat(naar).label if naar in Staat.values else naar
        raise ValidationError(
            _("Van ‘%(van)s’ kan een initiatief niet naar ‘%(naar)s’.")
            % {"van": initiatief.get_staat_display(), "naar": label}
        )
    if not zin.strip():
        raise ValidationError({"zin": _("Schrijf in één zin wat er gebeurde of waarom.")})
