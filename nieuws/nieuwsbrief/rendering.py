"""A newsletter as mail: HTML and plain text from one letter, the same for every reader but marks.

    rendered = render(page)
    html, text = with_clicks(rendered.html, rendered.text, editie)   only when clicks are counted

The sender puts each reader's own addresses in the place of the marks: each stands exactly once in
the HTML and once in the text. Both have short lines; the HTML is pure ASCII.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core.absolute import absolute
from core.mail.shape import inlined, ready_to_send, short_lines
from core.models import StadInstellingen
from core.pictures import picture_of
from nieuws.nieuwsbrief.addresses import sign_up_path
from nieuws.nieuwsbrief.letter import Letter, letter_of
from nieuws.nieuwsbrief.paint import steps_of, wall
from nieuws.nieuwsbrief.plain import text_of
from wijkteams.palettes import DEFAULT_PALETTE

if TYPE_CHECKING:
    from nieuws.models import Editie, NieuwsbriefPage
    from wijkteams.models import Wijk

UNSUBSCRIBE_MARK = "WIJKPLEINLINKAFMELDEN"
"Where the address comes by which this reader leaves the list."
MANAGE_MARK = "WIJKPLEINLINKMIJN"
"Where the address of this reader's 'Mijn nieuwsbrieven' comes."
MARKS = (UNSUBSCRIBE_MARK, MANAGE_MARK)
CLICK = "nb"
"What stands behind our own links when clicks are counted: of which edition, never of whom."

_ON_THE_SITE = re.compile(r'\b(href|src)="/(?!/)')
_BLANK_LINES = re.compile(r"\n\s*\n+")
_INDENT = re.compile(r"\n[ \t]+")


@dataclass(frozen=True)
class Rendered:
    """What goes out, with marks where each reader's own links come."""

    subject: str
    preheader: str
    html: str
    text: str


def render(page: NieuwsbriefPage, *, reply_to: str = "") -> Rendered:
    """The mail of a newsletter as it stands now, in its own language.

    `reply_to`: where answers go; then the foot says that one may answer.
    """
    with translation.override(page.locale.language_code):
        stand_ins = {mark: secrets.token_hex(16) for mark in MARKS}
        context = _context(page, letter_of(page), reply_to, stand_ins)
        html = ready_to_send(_html(context))
        text = short_lines(text_of(context))
    return Rendered(
        subject=one_line(page.subject_line),
        preheader=context["preheader"],
        html=_marked(html, stand_ins),
        text=_marked(text, stand_ins),
    )


def with_clicks(html: str, text: str, editie: Editie) -> tuple[str, str]:
    """The same with the number of the edition behind each link to a page of ours (N9).

    Not behind pictures, nor behind what only this reader gets.
    """
    base = re.escape(absolute("/"))
    in_html = re.compile(rf'(?<=href="){base}[^"#]*')
    in_text = re.compile(rf"{base}[^\s#<>()]*")
    html = short_lines(in_html.sub(partial(_counted, number=editie.pk, amp="&amp;"), html))
    return html, in_text.sub(partial(_counted, number=editie.pk, amp="&"), text)


def _counted(match: re.Match[str], number: int, amp: str) -> str:
    url = match[0]
    return f"{url}{amp if '?' in url else '?'}{CLICK}={number}"


def one_line(text: str) -> str:
    """As a header takes it."""
    return " ".join(text.split())


def _marked(text: str, stand_ins: dict[str, str]) -> str:
    """Put the marks in; what somebody wrote that looks like one is none."""
    for mark, stand_in in stand_ins.items():
        text = text.replace(mark, mark.lower()).replace(stand_in, mark)
        if text.count(mark) != 1:
            raise ValueError(f"{mark} stands {text.count(mark)} times in the mail.")
    return text


def _html(context: dict[str, Any]) -> str:
    html: str = render_to_string("nieuws/nieuwsbrief/mail/letter.html", context)
    html = _ON_THE_SITE.sub(rf'\1="{absolute("/")}', html)
    return _INDENT.sub("\n", _BLANK_LINES.sub("\n", inlined(html.strip())))


def _context(
    page: NieuwsbriefPage, letter: Letter, reply_to: str, stand_ins: dict[str, str]
) -> dict[str, Any]:
    wijk = page.wijk
    steps = steps_of(wijk.palette if wijk else DEFAULT_PALETTE)
    return {
        "page": page,
        "letter": letter,
        "subject": one_line(page.subject_line),
        "preheader": one_line(page.preheader or page.summary),
        "name": name_of(wijk),
        "photo": picture_of(page.image, "photo", page.alt),
        "paint": steps,
        "wall": wall(steps),
        "colofon": _colofon(wijk),
        "reply_to": reply_to,
        "online_url": absolute(page.get_url() or "/"),
        "sign_up_url": absolute(sign_up_path(page) or "/"),
        "unsubscribe": stand_ins[UNSUBSCRIBE_MARK],
        "manage": stand_ins[MANAGE_MARK],
    }


def name_of(wijk: Wijk | None) -> str:
    """Whose newsletter it is."""
    if wijk is not None:
        return wijk.name
    stad = StadInstellingen.objects.filter(site__is_default_site=True).first()
    return (stad.stad or stad.site_naam) if stad else settings.WAGTAIL_SITE_NAME


def _colofon(wijk: Wijk | None) -> str:
    from nieuws.models import NieuwsbriefInstellingen

    return (
        NieuwsbriefInstellingen.objects.filter(wijk=wijk).values_list("colofon", flat=True).first()
        or ""
    )
