"""A newsletter as its maker sees it beforehand: as page, as mail and as plain text (N2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from core.absolute import absolute
from core.mail.framing import framed_mail
from nieuws.nieuwsbrief.rendering import MARKS, render

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefPage


def mail_preview(page: NieuwsbriefPage) -> HttpResponse:
    """The mail. Its links open beside it; those of a reader lead nowhere."""
    html = render(page).html
    for mark in MARKS:
        html = html.replace(mark, "#")
    # Pictures as the CMS is asked for: its own address may be another than that of the site.
    html = html.replace(f'src="{absolute("/")}', 'src="/')
    response = framed_mail(html)
    # The CMS keeps the place to which somebody scrolled, so it must reach into the frame; nothing
    # in there runs all the same.
    del response._csp_replace["sandbox"]  # type: ignore[attr-defined]
    return response


def text_preview(page: NieuwsbriefPage) -> HttpResponse:
    """The plain text."""
    text = render(page).text
    for mark in MARKS:
        text = text.replace(mark, absolute("/…"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
