"""Nobody did anything for 48 hours: the city looks along (requirement M3)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from core.scheduler import register_job
from wijkteams.moderatie.models import Inhoudsmelding, Moderatiestap, Wat
from wijkteams.permissions.people import users_matching
from wijkteams.roles import Rol

AFTER = timedelta(hours=48)


def register() -> None:
    """Called when the app is ready."""
    register_job("moderation_takeover", {"minute": 25}, take_over)


def due(now: datetime) -> QuerySet[Inhoudsmelding]:
    """Open reports of wards that wait too long, and that the city does not have yet."""
    return Inhoudsmelding.objects.filter(gesloten_op=None, stad_op=None, gemeld_op__lte=now - AFTER)


@task()
def take_over() -> int:
    """Each hour; gives how many reports the city got. Twice at once is once."""
    now = timezone.now()
    with transaction.atomic():
        found = list(due(now).select_for_update(of=("self",)))
        for melding in found:
            melding.stad_op = now
            melding.save(update_fields=["stad_op"])
            Moderatiestap.objects.create(melding=melding, wat=Wat.STAD)
        if found:
            _tell(len(found))
    return len(found)


def _tell(number: int) -> None:
    """Only how many: what was reported does not belong in a mail."""
    city = Q(lidmaatschappen__wijk=None, lidmaatschappen__rol=Rol.STADSREDACTIE)
    context = {
        "number": number,
        "link": absolute(reverse("moderatie:index")),
        "stad": StadInstellingen.objects.filter(site__is_default_site=True).first(),
    }
    for email in (
        users_matching(city, include_superusers=False)
        .exclude(email="")
        .values_list("email", flat=True)
        .distinct()
    ):
        enqueue_mail("moderatie_stad", to=email, context=context)
