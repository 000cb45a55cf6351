"""Stopping, going on, calling off, and sending one mail once more."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from nieuws.models import Abonnement, Editie, Zending
from nieuws.verzenden.errors import SendingError
from nieuws.verzenden.lanes import ensure_lanes
from nieuws.verzenden.recipients import recipients

GOES_ON = (Editie.Status.GEPLAND, Editie.Status.BEZIG)
CAN_GO_AGAIN = (Zending.Status.ONZEKER, Zending.Status.GEWEIGERD)
ONCE_MORE = timedelta(hours=24)
"How long a mail that is sent again is tried."


@transaction.atomic
def pause(editie: Editie, *, reason: str = "") -> None:
    """Stop within a quarter of a second. Of one that is not begun: it does not begin.

    SendingError when it is over, or stands still already.
    """
    now = _locked(editie)
    if now.status not in GOES_ON:
        raise SendingError(_("Deze verzending loopt niet."))
    now.status, now.pause_reason = Editie.Status.PAUZE, reason[:300]
    now.save(update_fields=["status", "pause_reason"])


@transaction.atomic
def resume(editie: Editie, *, by: User) -> None:
    """Go on where it stopped; `by` is from now on who sends it.

    One that did not begin yet begins as soon as it may: with the page and the readers of then.
    """
    now = _locked(editie)
    if now.status != Editie.Status.PAUZE:
        raise SendingError(_("Deze verzending staat niet stil."))
    now.pause_reason, now.made_by = "", by
    now.stalled_since = now.next_try_at = None
    if now.started_at is None:
        now.status, now.html, now.text = Editie.Status.GEPLAND, "", ""
        now.expected = recipients(now.lijsten.all()).total
        now.zendingen.all().delete()
    else:
        now.status = Editie.Status.BEZIG
    now.save()
    ensure_lanes(now.pk, now=True)


@transaction.atomic
def cancel(editie: Editie) -> None:
    """Call off: before the start nothing leaves, after it what has not left yet does not.

    SendingError when it is over.
    """
    now = _locked(editie)
    if now.status not in {*GOES_ON, Editie.Status.PAUZE}:
        raise SendingError(_("Deze verzending is al klaar."))
    waiting = Zending.objects.filter(editie=now, status=Zending.Status.WACHT)
    if now.started_at is None:
        waiting.delete()
    else:
        waiting.update(status=Zending.Status.OVERGESLAGEN, answer=_("De verzending is gestopt."))
    now.status, now.finished_at = Editie.Status.GEANNULEERD, timezone.now()
    now.save(update_fields=["status", "finished_at"])


@transaction.atomic
def send_again(zending: Zending) -> None:
    """Send one mail of which it is not certain that it left, or that was refused.

    It has the same Message-ID as before, by which mailboxes can tell that it is the same.
    SendingError when it stands otherwise, or its reader left or is not reachable any more.
    """
    editie = _locked(zending.editie)
    if editie.status in {Editie.Status.GEPLAND, Editie.Status.GEANNULEERD}:
        raise SendingError(_("Deze verzending loopt niet."))
    if not Abonnement.objects.reachable().filter(pk=zending.abonnement_id or 0).exists():
        raise SendingError(_("Deze lezer krijgt geen mail meer van ons."))
    mail = Zending.objects.filter(pk=zending.pk, status__in=CAN_GO_AGAIN)
    fresh = {"tries": 0, "not_before": None, "answer": "", "claim": ""}
    if not mail.update(status=Zending.Status.WACHT, **fresh):
        raise SendingError(_("Deze mail is al verstuurd, of wordt al verstuurd."))
    until = timezone.now() + ONCE_MORE
    editie.expires_at = max(editie.expires_at or until, until)
    if editie.status == Editie.Status.KLAAR:
        editie.status, editie.finished_at = Editie.Status.BEZIG, None
    editie.save(update_fields=["expires_at", "status", "finished_at"])
    ensure_lanes(editie.pk, now=True)


def _locked(editie: Editie) -> Editie:
    """As it stands now; who else wants to change it waits."""
    return Editie.objects.select_for_update().get(pk=editie.pk)
