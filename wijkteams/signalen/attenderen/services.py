"""Asking for mail about signals, saying yes, and leaving."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from wijkteams.models import Wijk
from wijkteams.signalen.attenderen import mails
from wijkteams.signalen.models import Attendering

TO_CONFIRM = timedelta(days=7)
"So long the button works; then the row goes (`bewaren`)."


@task()
def take_request(email: str, wijk: int | None, ritme: str, language: str) -> bool:
    """What a form asked: a mail with a button, or with the way to what they have already.

    Gives whether a mail went out. What they have does not change: a stranger may have asked.
    """
    ward = Wijk.objects.filter(pk=wijk).first() if wijk is not None else None
    if (wijk is not None and ward is None) or not mails.may_mail(email):
        return False
    with transaction.atomic():
        rows = Attendering.objects.filter(email__iexact=email, wijk=ward)
        found = rows.select_for_update(of=("self",)).first()
        if found is None:
            found = Attendering(email=email, wijk=ward)
        if found.bevestigd_op is None:
            found.ritme, found.language, found.created_at = ritme, language, timezone.now()
            found.save()
        mails.ask_or_tell(found)
    return True


def confirm(attendering: Attendering) -> bool:
    """They pressed the button; False when it is too late for that. Twice is the same as once."""
    now = timezone.now()
    rows = Attendering.objects.filter(pk=attendering.pk, bevestigd_op=None)
    # What was there before they asked, they can see on the site.
    if rows.filter(created_at__gt=now - TO_CONFIRM).update(bevestigd_op=now, verstuurd_tot=now):
        return True
    return Attendering.objects.filter(pk=attendering.pk).exclude(bevestigd_op=None).exists()


def change(attendering: Attendering, ritme: str) -> bool:
    """Another rhythm; False for one that does not exist."""
    if ritme not in Attendering.Ritme.values:
        return False
    return bool(Attendering.objects.filter(pk=attendering.pk).update(ritme=ritme))


def leave(attendering: Attendering) -> None:
    """No more mail, at once; nothing of them is kept."""
    Attendering.objects.filter(pk=attendering.pk).delete()
