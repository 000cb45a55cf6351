"""Mailing that the results are there, to who left an address; each once (requirement S13)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django_tasks import task

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from enquetes.models import Enquete, Uitslagmail
from enquetes.toegang.faces import page_of
from enquetes.uitslag.visibility import is_public

AT_ONCE = 50
EXPIRES = timedelta(days=14)


@task(priority=-6)
def mail_results(enquete: int) -> int:
    """Put the mails in the outbox, some at a time; gives how many.

    A row is marked in the transaction that enqueues its mail: killed half-way, it goes on with who
    has none, and nobody gets two.
    """
    found = Enquete.objects.select_related("wijk").filter(pk=enquete).first()
    done = 0
    while found is not None and is_public(found) and found.uitslag_mailen:
        some = _some(found)
        done += some
        if some < AT_ONCE:
            break
    return done


@transaction.atomic
def _some(enquete: Enquete) -> int:
    rows = list(
        Uitslagmail.objects.select_for_update()
        .filter(enquete=enquete, sent=False)
        .order_by("pk")[:AT_ONCE]
    )
    Uitslagmail.objects.filter(pk__in=[row.pk for row in rows]).update(sent=True)
    stad = StadInstellingen.objects.filter(site__is_default_site=True).first()
    for row in rows:
        _mail(enquete, row, stad)
    return len(rows)


def _mail(enquete: Enquete, row: Uitslagmail, stad: Any) -> None:
    with translation.override(row.language):
        page = page_of(enquete)
        if page is None:
            return
        context = {
            "title": page.title,
            "link": absolute(page.url or "/"),
            "stad": stad,
            "language": row.language,
        }
        expires = timezone.now() + EXPIRES
        enqueue_mail("enquete_uitslag", to=row.email, context=context, expires=expires)
