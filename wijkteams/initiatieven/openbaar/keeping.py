"""What is kept of initiatives follows them: answers to readers, and the rows of lists."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save

from core import page_cache
from wijkteams.initiatieven import changed
from wijkteams.initiatieven.listing import INITIATIEF, as_details
from wijkteams.initiatieven.models import Initiatief
from wijkteams.initiatieven.openbaar.choosing import key_of, key_of_one
from wijkteams.initiatieven.openbaar.poster import forget
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.events import refresh
from wijkteams.vermeldingen.registry import kind_named

HAPPENINGS = (
    changed.stepped,
    changed.told,
    changed.shown_otherwise,
    changed.merged,
    changed.separated,
)


def connect() -> None:
    """Called when the app is ready."""
    uid = "initiatieven.openbaar"
    for happening in HAPPENINGS:
        happening.connect(_changed, sender=Initiatief, dispatch_uid=uid)
    post_save.connect(_saved, sender=Initiatief, dispatch_uid=uid)
    post_delete.connect(_gone, sender=Initiatief, dispatch_uid=uid)


def _changed(initiatief: Initiatief, **kwargs: Any) -> None:
    """Let go of the answers that show it, and of those of what it went into or came out of."""
    others = [kwargs.get("into"), kwargs.get("was_into"), initiatief.samengevoegd_in]
    keys = {key_of(None)}
    for one in (initiatief, *others):
        if one is not None:
            keys |= {key_of(one.wijk_id), key_of_one(one.translation_key)}
    page_cache.drop(*sorted(keys))


def _saved(instance: Initiatief, raw: bool = False, **kwargs: Any) -> None:
    """Rows of lists say its state: one question, and more only when they say something else."""
    if raw:
        return
    details, kind = as_details(instance), kind_named(INITIATIEF)
    right = Q(status=details.status, place=details.place, marks=kind.bits_of(details.marks))
    rows = Vermelding.objects.filter(translation_key=instance.translation_key, kind=INITIATIEF)
    wrong = list(rows.exclude(right).values_list("page_id", flat=True))
    if wrong:
        refresh(wrong)


def _gone(instance: Initiatief, **kwargs: Any) -> None:
    key = instance.translation_key
    transaction.on_commit(lambda: forget(key))
