"""Accounts that nobody uses: two mails, 30 and 7 days ahead, and only then they may go.

Removing counts from the mails that went out, not from the clock alone: when the round was late
or the clock jumped, everybody still has the whole 30 and 7 days.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task
from wagtail.models import Site

from accounts.models import User
from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen

INACTIVE = timedelta(days=730)
FIRST = timedelta(days=30)
LAST = timedelta(days=7)
# A daily round is never to the second: without this the last mail could slip a whole day.
EARLY = timedelta(hours=1)


def removable(now: datetime) -> QuerySet[User]:
    """Who did not log in for 24 months and was told so twice, long enough ago."""
    return _unused_since(now - INACTIVE).filter(
        warned_30_at__lte=now - FIRST, warned_7_at__lte=now - LAST
    )


def removal_moment(user: User, now: datetime) -> datetime:
    """From when the account may go, if a mail that was not sent yet is sent now."""
    return max(
        (user.last_login or user.date_joined) + INACTIVE,
        (user.warned_30_at or now) + FIRST,
        (user.warned_7_at or now) + LAST,
    )


def warn_inactive(now: datetime) -> int:
    """Mail whoever is to be warned, once for each stage; say how many mails went out."""
    first = _unused_since(now - INACTIVE + FIRST).filter(warned_30_at=None)
    last = _unused_since(now - INACTIVE + LAST + EARLY).filter(
        warned_30_at__lte=now - FIRST + LAST + EARLY, warned_7_at=None
    )
    return _warn(first, "warned_30_at", now) + _warn(last, "warned_7_at", now)


@task()
def warn_inactive_task() -> None:
    """The daily round."""
    warn_inactive(timezone.now())


def forget_warnings(user: User) -> None:
    """Somebody uses the account again: the next time it starts from the beginning."""
    User.objects.filter(pk=user.pk).update(warned_30_at=None, warned_7_at=None)
    user.warned_30_at = user.warned_7_at = None


def _unused_since(limit: datetime) -> QuerySet[User]:
    """Who did not log in since. Who runs the site stays: the last one must not lock it."""
    never = Q(last_login=None, date_joined__lte=limit)
    return User.objects.filter(Q(last_login__lte=limit) | never, is_superuser=False)


def _warn(due: QuerySet[User], field: str, now: datetime) -> int:
    sent = 0
    for pk in list(due.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            # Asks again while it writes: of two rounds one mails, and who just logged in is spared.
            if due.filter(pk=pk).update(**{field: now}):
                _mail(User.objects.get(pk=pk), now)
                sent += 1
    return sent


def _mail(user: User, now: datetime) -> None:
    site = Site.objects.get(is_default_site=True)
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "stad": StadInstellingen.for_site(site),
            "to": user,
            "until": removal_moment(user, now),
            "link": absolute(reverse("account_login")),
        }
        enqueue_mail("account_vervalt", to=user.email, context=context)
