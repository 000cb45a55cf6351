"""The outbox: a mail is a row in the caller's transaction, sent later by the worker."""

from __future__ import annotations

from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django_tasks import task


def enqueue_mail(name: str, *, to: str, context: dict[str, Any]) -> None:
    """Put the mail of templates/mail/<name>/ in the outbox, as text with an HTML alternative.

    Rolled back with the caller's transaction; nothing is sent inside a request.
    """
    subject, text, html = (
        render_to_string(f"mail/{name}/{part}", context)
        for part in ("subject.txt", "body.txt", "body.html")
    )
    enqueue_message(to=to, subject=subject, text=text, html=html)


def enqueue_message(*, to: str, subject: str, text: str, html: str = "") -> None:
    """Put a ready message in the outbox. The subject is made one line: headers cannot be added."""
    deliver.enqueue(to=to, subject=" ".join(subject.split()), text=text, html=html)


@task()
def deliver(to: str, subject: str, text: str, html: str = "") -> None:
    """Send one message. An error leaves the task failed, visible to who runs the site."""
    message = EmailMultiAlternatives(subject, text, to=[to])
    if html:
        message.attach_alternative(html, "text/html")
    message.send()
