"""A message to all who come: kept with whom it is for, and mailed one by one by a task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.utils import translation
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Site

from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.activiteiten.aanmelden.face import face_of, page_of
from wijkteams.activiteiten.aanmelden.tokens import manage_url
from wijkteams.activiteiten.models import Aanmelding, Bericht, Ontvanger

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.activiteiten.deelnemers.lijst import Lijst

COMES = (Aanmelding.Status.BEVESTIGD, Aanmelding.Status.AANGEBODEN)
"Who did not confirm the address is not written to: it may be somebody else's."
WAITS = Aanmelding.Status.WACHTLIJST


@dataclass(frozen=True)
class Receivers:
    """To whom a message goes, and who has to be phoned."""

    by_mail: list[Aanmelding]
    to_phone: list[Aanmelding]


def receivers_of(lijst: Lijst, *, also_waiting: bool) -> Receivers:
    """Everybody once, also who signed up twice with the same address."""
    wanted = (*COMES, WAITS) if also_waiting else COMES
    rows = list(lijst.rows().filter(status__in=wanted).order_by("pk"))
    by_address = {row.email.lower(): row for row in reversed(rows) if row.email}
    to_phone = sorted((row for row in rows if not row.email), key=lambda row: row.name.lower())
    return Receivers(sorted(by_address.values(), key=lambda row: row.pk), to_phone)


@transaction.atomic
def send(
    lijst: Lijst, *, subject: str, text: str, also_waiting: bool, request_key: str, by: User
) -> Bericht:
    """Keep the message with its receivers; a task writes the mails. The same form sent twice is
    one message."""
    bericht, is_new = Bericht.objects.get_or_create(
        request_key=request_key,
        defaults={
            "activiteit": lijst.activiteit,
            "keer": lijst.signs_up_for,
            "subject": subject,
            "text": text,
            "sent_by": by,
        },
    )
    if is_new:
        rows = receivers_of(lijst, also_waiting=also_waiting).by_mail
        Ontvanger.objects.bulk_create(
            (Ontvanger(bericht=bericht, aanmelding=row) for row in rows), batch_size=500
        )
        Bericht.objects.filter(pk=bericht.pk).update(receivers=len(rows))
        write_mails.enqueue(bericht.pk)
    return bericht


@task()
def write_mails(bericht_id: int) -> int:
    """Put a mail in the outbox for who has none yet; how many. Stopped half-way, it goes on."""
    bericht = Bericht.objects.select_related("activiteit__wijk", "keer").get(pk=bericht_id)
    written = 0
    for pk in bericht.ontvangers.filter(mail_task="").values_list("pk", flat=True):
        with transaction.atomic():
            held = Ontvanger.objects.select_for_update(of=("self",)).filter(pk=pk, mail_task="")
            ontvanger = held.select_related("aanmelding").first()
            if ontvanger is None:
                continue
            row = ontvanger.aanmelding
            context = context_of(bericht, row)
            with translation.override(context["language"]):
                number = enqueue_mail("deelnemersbericht", to=row.email, context=context)
            ontvanger.mail_task = number
            ontvanger.save(update_fields=["mail_task"])
            written += 1
    return written


def context_of(bericht: Bericht, row: Aanmelding) -> dict[str, Any]:
    """What the mail to one person says."""
    page = page_of(bericht.activiteit, row.language)
    language = page.locale.language_code if page else row.language
    with translation.override(language):
        face = face_of(bericht.activiteit, row.keer or bericht.keer, page)
    return {
        "bericht": bericht,
        "face": face,
        "link": manage_url(row, language) if row.pk else "",
        "language": language,
        "stad": StadInstellingen.for_site(Site.objects.get(is_default_site=True)),
    }


@dataclass(frozen=True)
class Progress:
    """How far a message is."""

    total: int
    sent: int
    failed: int

    @property
    def waiting(self) -> int:
        """What is still to leave."""
        return max(self.total - self.sent - self.failed, 0)


def progress_of(bericht: Bericht) -> Progress:
    """From the tasks that send its mails; what was sent long ago has no task any more."""
    tasks = list(bericht.ontvangers.values_list("mail_task", flat=True))
    known = DBTaskResult.objects.filter(pk__in=list(_ids(tasks))).order_by()
    counts = dict(known.values_list("status").annotate(number=Count("pk")))
    failed = counts.get("FAILED", 0)
    underway = counts.get("READY", 0) + counts.get("RUNNING", 0) + tasks.count("")
    return Progress(bericht.receivers, max(bericht.receivers - failed - underway, 0), failed)


def _ids(tasks: list[str]) -> Iterator[UUID]:
    for text in tasks:
        try:
            yield UUID(text)
        except ValueError:  # none yet
            continue
