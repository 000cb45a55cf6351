"""The test mail to oneself (requirement N7)."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _

from core.absolute import absolute
from core.mail.outbox import enqueue_message
from nieuws.models import NieuwsbriefInstellingen, NieuwsbriefPage
from nieuws.nieuwsbrief.addresses import sign_up_path
from nieuws.nieuwsbrief.rendering import MARKS, render
from nieuws.verzenden.starting import reply_to_of


def test_mail(page: NieuwsbriefPage, to: str) -> None:
    """Put the newsletter as it stands (`page` may be a draft) in the outbox for one address.

    The subject begins with 'Proef:'; its links to leave lead to the form to subscribe, since
    nobody's list is behind them.
    """
    own = NieuwsbriefInstellingen.objects.filter(wijk=page.wijk).first()
    rendered = render(page, reply_to=reply_to_of(page, own))
    html, text = rendered.html, rendered.text
    for mark in MARKS:
        html = html.replace(mark, absolute(sign_up_path(page)))
        text = text.replace(mark, absolute(sign_up_path(page)))
    with translation.override("nl"):
        subject = _("Proef: %(subject)s") % {"subject": rendered.subject}
    enqueue_message(to=to, subject=subject, text=text, html=html)


test_mail.__test__ = False  # type: ignore[attr-defined]
