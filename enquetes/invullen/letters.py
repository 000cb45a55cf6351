"""The mail with the link of 'Later verder'.

Not through the outbox: there it would lie readable beside what it opens. The task holds one sealed
text; its key is not in the database.
"""

from __future__ import annotations

import base64
import json
from datetime import date

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django_tasks import TaskContext, task

from core.mail.retries import postpone
from core.mail.shape import inlined
from core.models import StadInstellingen
from enquetes.bus.sealing import keys_for, seal, unseal
from enquetes.invullen.frame import page_of
from enquetes.invullen.sitting import Sitting

PURPOSE = "later"


def mail_link(email: str, sitting: Sitting, link: str, *, language: str) -> None:
    """Put the mail in the queue, sealed."""
    page = page_of(sitting.enquete)
    values = {
        "email": email,
        "link": link,
        "title": page.title if page else sitting.enquete.title,
        "until": sitting.half.concept.vervalt.isoformat(),
        "language": language,
    }
    sealed = seal(keys_for(PURPOSE)[0], json.dumps(values).encode(), b"")
    send_link.enqueue(sealed=base64.b64encode(sealed).decode())


@task(takes_context=True)
def send_link(context: TaskContext, sealed: str) -> None:
    """Send it; tried again later while the mail server is away."""
    values = json.loads(unseal(keys_for(PURPOSE), base64.b64decode(sealed), b""))
    values["until"] = date.fromisoformat(values["until"])
    values["stad"] = StadInstellingen.objects.filter(site__is_default_site=True).first()
    with translation.override(values["language"]):
        subject, text, html = (
            render_to_string(f"mail/enquete_later/{part}", values)
            for part in ("subject.txt", "body.txt", "body.html")
        )
    message = EmailMultiAlternatives(" ".join(subject.split()), text, to=[values["email"]])
    message.attach_alternative(inlined(html.strip()), "text/html")
    try:
        message.send()
    except OSError as error:  # all errors of smtplib are
        postpone(context.task_result, error)
        raise
