"""Following an initiative by mail: ask, say yes, change how often, leave (requirement I8)."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from core.turns import own_turn
from wijkteams.initiatieven.models import Volger
from wijkteams.initiatieven.models.aanvraag import token_code
from wijkteams.initiatieven.steun import brakes, mails
from wijkteams.initiatieven.steun.marks import held, mark_of
from wijkteams.initiatieven.steun.services import TO_CONFIRM


def ask(initiatief_pk: int, email: str, *, ritme: str, language: str) -> bool:
    """Send a mail with a button, or with the way to what they have; gives whether one went.

    What they have does not change: a stranger may have asked. Raises NotOpenError.
    """
    with own_turn(), transaction.atomic():
        initiatief = held(initiatief_pk)
        if not brakes.may_mail(email, "volgen", initiatief.pk):
            return False
        mark = mark_of(email)
        volger = Volger.objects.filter(initiatief=initiatief, kenmerk=mark).first()
        if volger is None:
            volger = Volger(initiatief=initiatief, kenmerk=mark)
        if volger.bevestigd_op is None:
            volger.code, volger.created_at = token_code(), timezone.now()
            volger.email, volger.language, volger.ritme = email, language, ritme
            volger.save()
        mails.ask_follow(volger, TO_CONFIRM)
    return True


def confirm(volger_pk: int) -> bool:
    """They pressed the button; False when it is too late for that. Twice is the same as once."""
    now = timezone.now()
    rows = Volger.objects.filter(pk=volger_pk, bevestigd_op=None)
    # What was there before they asked, they can see on the site.
    if rows.filter(created_at__gt=now - TO_CONFIRM).update(bevestigd_op=now, verstuurd_tot=now):
        return True
    return Volger.objects.filter(pk=volger_pk).exclude(bevestigd_op=None).exists()


def change(volger_pk: int, ritme: str) -> bool:
    """Another rhythm; False for one that does not exist."""
    if ritme not in Volger.Ritme.values:
        return False
    return bool(Volger.objects.filter(pk=volger_pk).update(ritme=ritme))


def leave(code: str) -> None:
    """No more mail, at once; nothing of them is kept. Who left before, has left."""
    Volger.objects.filter(code=code).delete()
