"""What a form asked, looked at by the worker.

The form itself looks at nothing: so its answer and its time are the same whether an address is
known or not (requirement N6, R-34), and signing up takes no longer than a page.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import OperationalError
from django.utils import timezone
from django_tasks import task

from core.mail.addresses import key_of
from core.scheduler.later import TryLaterError
from nieuws.abonneren import letters, links, services
from nieuws.models import Abonnee, Abonnement, Lijst

SOON = timedelta(minutes=1)
Status = Abonnement.Status


@task()
def take_request(email: str, lijsten: list[int], name: str, language: str, text: str) -> str:
    """Somebody asked for newsletters; gives which mail they got."""
    rows = list(Lijst.objects.open().filter(pk__in=lijsten))
    if not rows:
        return ""
    try:
        done = services.ask(email, rows, name=name, language=language, text=text)
    except OperationalError as error:  # the database was busy: nothing was kept, nothing is lost
        raise TryLaterError(timezone.now() + SOON) from error
    return done.mailed


@task()
def mail_link(email: str) -> str:
    """Somebody asked for the link to their newsletters; who gets none, gets no mail."""
    abonnee = Abonnee.objects.filter(email_key=key_of(email)).first()
    if abonnee is None:
        return ""
    rows = abonnee.abonnementen.exclude(status=Status.ONBEVESTIGD).select_related("lijst")
    if not rows:
        return ""
    letters.send("link", abonnee, [], links.manage_url)
    return "link"
