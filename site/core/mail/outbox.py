"""The outbox: a mail is a row in the caller's transaction, sent later by the worker.

As long as the mail server is away all mail waits, in its order; only the first in the row tries.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import TaskContext, task

from core.mail.retries import postpone, wait_for_turn
from core.mail.shape import inlined


def enqueue_mail(
    name: str,
    *,
    to: str,
    context: dict[str, Any],
    expires: datetime | None = None,
    leave_url: str = "",
) -> str:
    """Put the mail of templates/mail/<name>/ in the outbox, as text with an HTML alternative.

    `leave_url`: where one click in the mail program stops such mails (RFC 8058). Rolled back with
    the caller's transaction; nothing is sent inside a request. Gives the number of the task that
    sends it.
    """
    subject, text, html = (
        render_to_string(f"mail/{name}/{part}", context)
        for part in ("subject.txt", "body.txt", "body.html")
    )
    return enqueue_message(
        to=to,
        subject=subject,
        text=text,
        html=inlined(html.strip()),
        expires=expires,
        leave_url=leave_url,
    )


def enqueue_message(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    expires: datetime | None = None,
    leave_url: str = "",
) -> str:
    """Put a ready message in the outbox. The subject is made one line: headers cannot be added.

    What has not left when it `expires` is not sent any more: nobody is helped by late news.
    """
    result = deliver.enqueue(
        to=to,
        subject=" ".join(subject.split()),
        text=text,
        html=html,
        expires=expires.isoformat() if expires else "",
        **({"leave_url": leave_url} if leave_url else {}),
    )
    return str(result.id)


@task(takes_context=True)
def deliver(
    context: TaskContext,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    expires: str = "",
    leave_url: str = "",
) -> str:
    """Send one message, or ask to be tried again later. What is refused for good stays failed.

    The Message-ID is that of the task: should a mail leave twice because a worker was killed just
    after sending it, then it can be seen to be the same.
    """
    if expires and datetime.fromisoformat(expires) < timezone.now():
        return "verlopen"
    result = context.task_result
    wait_for_turn(result)
    message = EmailMultiAlternatives(subject, text, to=[to])
    message.extra_headers["Message-ID"] = f"<{result.id}@{_domain(message.from_email)}>"
    if leave_url:
        message.extra_headers["List-Unsubscribe"] = f"<{leave_url}>"
        message.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if html:
        message.attach_alternative(html, "text/html")
    try:
        message.send()
    except OSError as error:  # all errors of smtplib are
        postpone(result, error)
        raise
    return "verstuurd"


def _domain(sender: str) -> str:
    return sender.rpartition("@")[2].rstrip("> ") or "localhost"
