"""When mail is tried again: soon at first, at least once an hour later on, for three days.

Two kinds of trouble. The server is away: then all mail waits for it, and the oldest tries first,
so that the order stays. Or it does not want this one message yet (greylisting): then only that
one waits. What it refuses for good is not tried again.
"""

from __future__ import annotations

import logging
import smtplib
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks import TaskResult
from django_tasks_db.models import DBTaskResult, get_date_max

from core.scheduler.later import TryLaterError

logger = logging.getLogger(__name__)

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)
GIVE_UP_AFTER = timedelta(hours=72)
REFUSED_FOR_GOOD = 500
# A message that the server does not want yet stands back: others go before it.
STANDS_BACK = -1
OF_THIS_MESSAGE = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPDataError,
)


def delay(age: timedelta) -> timedelta:
    """Half of how long it waits already."""
    return min(max(SOONEST, age / 2), LATEST)


def waiting_for_server() -> Any:
    """Mail that was tried and waits until the server is back, the oldest first."""
    from core.mail.outbox import deliver

    waiting = DBTaskResult.objects.filter(status="READY", task_path=deliver.module_path)
    tried = waiting.exclude(run_after=get_date_max()).exclude(priority=STANDS_BACK)
    return tried.order_by("enqueued_at")


def wait_for_turn(result: TaskResult[Any]) -> None:
    """Do not try before an older mail that waits for the server."""
    older = waiting_for_server().filter(enqueued_at__lt=result.enqueued_at).first()
    if older is not None and older.run_after > timezone.now():
        raise TryLaterError(older.run_after)


def postpone(result: TaskResult[Any], error: OSError) -> None:
    """Ask for another try, unless it is refused for good or too old; then the error stands."""
    now = timezone.now()
    age = now - (result.enqueued_at or now)
    code = code_of(error)
    if code >= REFUSED_FOR_GOOD or age >= GIVE_UP_AFTER:
        logger.error("Mail %s is not sent: code %s", result.id, code or type(error).__name__)
        return
    moment = now + delay(age)
    logger.warning("Mail %s waits: code %s", result.id, code or type(error).__name__)
    if isinstance(error, OF_THIS_MESSAGE):
        DBTaskResult.objects.filter(pk=result.id).update(priority=STANDS_BACK)
    else:  # all get the same next moment: then the oldest is the first again
        waiting_for_server().filter(run_after__lt=moment).update(run_after=moment)
    raise TryLaterError(moment) from error


def code_of(error: OSError) -> int:
    """What the server answered about this message; 0 if it is about the server itself."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max((code for code, _text in error.recipients.values()), default=0)
    if isinstance(error, (smtplib.SMTPSenderRefused, smtplib.SMTPDataError)):
        return int(error.smtp_code)
    return 0
