"""Supporting an initiative: ask, say yes by mail, take it back (requirement I6).

All of it holds the initiative, so that two hundred hearts at once are two hundred.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.turns import own_turn
from wijkteams.initiatieven.models import Initiatief, Steun
from wijkteams.initiatieven.models.aanvraag import token_code
from wijkteams.initiatieven.steun import brakes, mails
from wijkteams.initiatieven.steun.counting import recount
from wijkteams.initiatieven.steun.marks import held, mark_of

TO_CONFIRM = timedelta(days=7)
"So long the button works; then the row goes (`privacy`)."


def ask(initiatief_pk: int, email: str, *, uit_wijk: bool, language: str) -> bool:
    """Send a mail with a button; gives whether one went. Raises NotOpenError.

    The answer to who typed it is the same for an address that is known: nobody learns whose it is.
    """
    with own_turn(), transaction.atomic():
        initiatief = held(initiatief_pk)
        # Before anything is written: who asks too often must not spoil the link of an earlier mail.
        if not brakes.may_mail(email, "steun", initiatief.pk):
            return False
        mark = mark_of(email)
        steun = Steun.objects.filter(initiatief=initiatief, kenmerk=mark).first()
        if steun is None:
            steun = Steun(initiatief=initiatief, kenmerk=mark)
        if steun.bevestigd_op is None:
            # The link of an earlier mail says yes to what was typed then, and to nothing else.
            steun.code, steun.created_at = token_code(), timezone.now()
            steun.email, steun.language, steun.uit_wijk = email, language, uit_wijk
            steun.save()
        mails.ask_support(steun, TO_CONFIRM)
    return True


def confirm(steun_pk: int) -> bool:
    """They pressed the button; False when it is too late for that. Twice is the same as once."""
    with own_turn(), transaction.atomic():
        steun = _held_row(steun_pk)
        if steun is None:
            return False
        if steun.bevestigd_op is None:
            now = timezone.now()
            if steun.created_at <= now - TO_CONFIRM:
                return False
            steun.bevestigd_op = now
            steun.save(update_fields=["bevestigd_op"])
            recount(steun.initiatief_id)
    return True


def withdraw(steun_pk: int) -> None:
    """They take it back: nothing of them is kept, and it does not count any more."""
    with own_turn(), transaction.atomic():
        steun = _held_row(steun_pk)
        if steun is not None:
            steun.delete()
            recount(steun.initiatief_id)


def _held_row(pk: int) -> Steun | None:
    """The row as it is once its initiative is ours."""
    row = Steun.objects.filter(pk=pk).only("initiatief_id").first()
    if row is None:
        return None
    Initiatief.objects.locked(row.initiatief_id)
    found: Steun | None = Steun.objects.select_related("initiatief").filter(pk=pk).first()
    return found
