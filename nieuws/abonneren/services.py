"""What residents and their team may do with newsletters that somebody gets, or no longer.

Each of these writes a `Toestemming` in the same transaction, and nothing else writes one but what
stops by itself (`retouren`). See the package for the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User
from core.mail.addresses import clean, key_of
from nieuws.abonneren import brakes, letters
from nieuws.abonneren.consent import Soort, consent_text, keep_text, note
from nieuws.abonneren.rows import How, places, subscriber, waiting
from nieuws.models import Abonnee, Abonnement, Editie, Kanaal, Lijst, Zending

Status = Abonnement.Status


@dataclass(frozen=True)
class Asked:
    """What became of a request. For the team; a resident's page says the same whatever it was."""

    abonnementen: list[Abonnement] = field(default_factory=list)
    mailed: str = ""
    "The mail that went out: 'bevestig', 'uitgenodigd', 'al', or none."
    is_blocked: bool = False
    "They said that they never want mail again."


def ask(
    email: str,
    lijsten: Sequence[Lijst],
    *,
    name: str = "",
    language: str = settings.LANGUAGE_CODE,
    text: str = "",
    kanaal: str = Kanaal.WEB,
    door: User | None = None,
    toelichting: str = "",
) -> Asked:
    """Put an address on lists as soon as its owner presses the button in the mail.

    `text` is what they agreed to, as it stood there. ValidationError: no address.
    """
    address = clean(email)
    if brakes.is_blocked(address):
        return Asked(is_blocked=True)
    with transaction.atomic():
        mails = brakes.may_mail(address)
        known = Abonnee.objects.select_for_update().filter(email_key=key_of(address)).first()
        if known is None and not mails:
            return Asked()  # nobody could ever confirm it
        abonnee = known or subscriber(address, language)
        found = places(abonnee, lijsten, How(name, kanaal, door), mails=mails)
        soort = Soort.UITGENODIGD if kanaal == Kanaal.IMPORT else Soort.GEVRAAGD
        tekst = keep_text(text or consent_text(lijsten, language), language)
        note(found.changed, soort, kanaal=kanaal, tekst=tekst, toelichting=toelichting, door=door)
        kind = letters.asked(abonnee, found, kanaal) if mails else ""
    return Asked(found.all, kind)


def enter(
    email: str,
    lijsten: Sequence[Lijst],
    *,
    kanaal: str,
    by: User | None,
    name: str = "",
    language: str = settings.LANGUAGE_CODE,
    toelichting: str = "",
) -> Asked:
    """The same for somebody who asked the team (PL6), or stands on an existing list (N13).

    They too get a mail with a button. `toelichting`: 'formulier van 12 mei', or of a list from
    where, of when, and on which legal ground.
    """
    return ask(
        email,
        lijsten,
        kanaal=kanaal,
        door=by,
        name=name,
        language=language,
        toelichting=toelichting,
    )


def confirm(aanvraag: str, also: Iterable[int] = ()) -> list[Abonnement]:
    """They pressed the button: the lists of this request, and which others they ticked.

    Gives what they get from now on; none when the request is gone or too old.
    """
    with transaction.atomic():
        asked = waiting().filter(aanvraag=aanvraag)
        abonnee = Abonnee.objects.select_for_update().filter(abonnementen__in=asked).first()
        if abonnee is None:
            return []
        of_this = waiting().filter(abonnee=abonnee).select_related("lijst")
        rows = list(of_this.filter(Q(aanvraag=aanvraag) | Q(pk__in=list(also))))
        now = timezone.now()
        for row in rows:
            row.status, row.confirmed_at, row.consent_at = Status.ACTIEF, now, now
            row.save(update_fields=["status", "confirmed_at", "consent_at"])
        if abonnee.stand != Abonnee.Stand.ACTIEF:  # the mail arrived, and was read
            abonnee.stand, abonnee.stand_since = Abonnee.Stand.ACTIEF, now
            abonnee.save(update_fields=["stand", "stand_since"])
        text = consent_text([row.lijst for row in rows], abonnee.language)
        note(rows, Soort.BEVESTIGD, tekst=keep_text(text, abonnee.language))
        brakes.start_anew(abonnee.email)
    return rows


def leave(
    abonnement: Abonnement,
    kanaal: str = Kanaal.WEB,
    editie: Editie | None = None,
    *,
    door: User | None = None,
    toelichting: str = "",
) -> bool:
    """Write no more to this reader for this list, at once; False when they had left before.

    Without an edition, the last one that they got counts as what made them leave.
    """
    with transaction.atomic():
        changed = Abonnement.objects.filter(pk=abonnement.pk).exclude(status=Status.AFGEMELD)
        was_active = changed.filter(status=Status.ACTIEF).exists()
        if not changed.update(status=Status.AFGEMELD, ended_at=timezone.now(), aanvraag=""):
            return False
        abonnement.refresh_from_db(fields=["status", "ended_at", "aanvraag"])
        note([abonnement], Soort.AFGEMELD, kanaal=kanaal, door=door, toelichting=toelichting)
        if was_active:
            pk = editie.pk if editie is not None else _last_edition(abonnement)
            if pk is not None:
                Editie.objects.filter(pk=pk).update(unsubscribed=F("unsubscribed") + 1)
    return True


def _last_edition(abonnement: Abonnement) -> int | None:
    sent = Zending.objects.filter(abonnement=abonnement, sent_at__isnull=False)
    pk: int | None = sent.order_by("-sent_at").values_list("editie_id", flat=True).first()
    return pk


def leave_all(
    abonnee: Abonnee, kanaal: str = Kanaal.WEB, *, door: User | None = None, toelichting: str = ""
) -> int:
    """Leave every list; gives how many those were."""
    with transaction.atomic():
        rows = list(abonnee.abonnementen.exclude(status=Status.AFGEMELD))
        return sum(leave(row, kanaal, door=door, toelichting=toelichting) for row in rows)


def block(email: str) -> None:
    """Never any mail again, whoever asks: they leave all lists, and what we know of them goes.

    Only a keyed hash of the address stays (see `brakes`).
    """
    with transaction.atomic():
        brakes.block(email)
        abonnee = Abonnee.objects.select_for_update().filter(email_key=key_of(email)).first()
        if abonnee is not None:
            leave_all(abonnee)
            abonnee.delete()


def renew(abonnee: Abonnee) -> int:
    """They want to go on with all that we asked them about again (N12); gives how many."""
    with transaction.atomic():
        rows = list(abonnee.abonnementen.active().exclude(reminded_at=None).select_related("lijst"))
        ids = [row.pk for row in rows]
        now = timezone.now()
        Abonnement.objects.filter(pk__in=ids).update(consent_at=now, reminded_at=None)
        if rows:
            text = consent_text([row.lijst for row in rows], abonnee.language)
            note(rows, Soort.VERNIEUWD, tekst=keep_text(text, abonnee.language))
    return len(rows)
