"""'Is het echt opgelost?': one mail, four weeks after the team said so (requirement G9).

To who told it and to who follows it, if they said that they want mail. Reopened and solved once
more, they are asked once more.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from core.scheduler import register_job
from wijkteams.signalen import changed, tokens
from wijkteams.signalen.merging import family
from wijkteams.signalen.models import Medemelder, Melder, Opvolging, Signaal, Staat

AFTER = timedelta(days=28)
NO_LATER = timedelta(days=60)
"After that it would be late news; and their address goes soon."
TO_ANSWER = timedelta(days=14)
Person = Melder | Medemelder


def register() -> None:
    """Called when the app is ready."""
    register_job("ask_if_solved", {"hour": 10, "minute": 40}, ask_if_solved)
    changed.stepped.connect(_stepped, sender=Signaal, dispatch_uid="signalen.nazorg")


def waiting(model: type[Melder] | type[Medemelder]) -> QuerySet[Any]:
    """Who can be asked, and was not yet."""
    rows = model.objects.filter(gevraagd_op=None, bevestigd_op__isnull=False).exclude(email="")
    return rows.filter(volgt=True) if model is Melder else rows


def due(now: datetime) -> QuerySet[Signaal]:
    """Signals that were solved four weeks ago, with somebody to ask."""
    closed = Signaal.objects.filter(
        staat=Staat.OPGELOST,
        samengevoegd_in=None,
        gesloten_op__lte=now - AFTER,
        gesloten_op__gt=now - NO_LATER,
    )
    here = Q(signaal=OuterRef("pk")) | Q(signaal__samengevoegd_in=OuterRef("pk"))
    asked = [Exists(waiting(model).filter(here)) for model in (Melder, Medemelder)]
    return closed.filter(asked[0] | asked[1])


@task()
def ask_if_solved() -> int:
    """Each day: ask whom it concerns; gives how many mails."""
    now = timezone.now()
    return sum(_ask(pk, now) for pk in list(due(now).values_list("pk", flat=True)))


@transaction.atomic
def _ask(pk: int, now: datetime) -> int:
    """All of one signal together: a worker that is killed asked all of them, or none."""
    lead = Signaal.objects.locked(pk)
    if not due(now).filter(pk=pk).exists():
        return 0  # another worker was here
    asked: set[str] = set()
    for model in (Melder, Medemelder):
        rows = waiting(model).filter(signaal__in=family(pk)).select_related("signaal__wijk")
        for person in rows:
            if person.email.lower() not in asked:
                asked.add(person.email.lower())
                _mail(person, lead, now)
            model.objects.filter(pk=person.pk).update(gevraagd_op=now)
    return len(asked)


def _mail(person: Person, lead: Signaal, now: datetime) -> None:
    """Without a word of what it is about: that is behind the link."""
    language = person.signaal.language if isinstance(person, Melder) else person.language
    with translation.override(language):
        context = {
            "code": lead.code,
            "wijk": lead.wijk,
            "link": link_of(person),
            "stad": StadInstellingen.objects.filter(site__is_default_site=True).first(),
        }
        enqueue_mail("signaal_nazorg", to=person.email, context=context, expires=now + TO_ANSWER)


def link_of(person: Person) -> str:
    """Where they answer: a secret of their own."""
    token = tokens.make(tokens.NAZORG, person.code)
    return absolute(reverse("signaal_nazorg", kwargs={"token": token}))


def _stepped(signaal: Signaal, opvolging: Opvolging, **kwargs: Any) -> None:
    """Reopened: what was asked and answered is over."""
    if opvolging.naar == Staat.HEROPEND and opvolging.van != Staat.HEROPEND:
        for model in (Melder, Medemelder):
            rows = model.objects.filter(signaal__in=family(signaal.pk))
            rows.update(gevraagd_op=None, is_opgelost=None)
