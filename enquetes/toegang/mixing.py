"""The order in which rows came says who answered when: it is undone each time answers are laid
down (rule R-10).

Who used a right first, or left an address first, would stand first in the table, and in a quiet
week the day of an answer would lead to them. So used rights and addresses are written anew in an
order that tells nothing, with the answers.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.db import transaction

from enquetes.bus.signals import laid_down
from enquetes.models import Deelname, Enquete, Uitslagmail

MOST = 2_000
"At a time; those before them were mixed often."


@transaction.atomic
def mix(enquete: Enquete) -> None:
    """Write the newest of what was used anew, in another order and under other numbers."""
    _anew(Deelname, Deelname.objects.filter(enquete=enquete, used=True))
    if enquete.uitslag_op is None:  # nobody goes through the addresses now
        _anew(Uitslagmail, Uitslagmail.objects.filter(enquete=enquete, sent=False))


def _anew(model: Any, rows: Any) -> None:
    found = list(rows.select_for_update().order_by("-pk")[:MOST])
    secrets.SystemRandom().shuffle(found)
    model.objects.filter(pk__in=[row.pk for row in found]).delete()
    for row in found:
        row.pk = None
        row._state.adding = True
    model.objects.bulk_create(found, batch_size=500)


def _laid_down(sender: Any, enquete: Enquete, **kwargs: Any) -> None:
    if enquete.is_anoniem:
        mix(enquete)


def connect() -> None:
    """Called when the app is ready."""
    laid_down.connect(_laid_down, dispatch_uid="enquetes.toegang.mixing")
