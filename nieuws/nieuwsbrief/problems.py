"""What is wrong with a newsletter, in words for who makes it; said before it is sent.

What is named by `problems` is left out or sent as it is; `refusals` are why it cannot be sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry

from core.pictures import picture_of
from nieuws.nieuwsbrief.letter import PICKING, letter_of, pages_in
from nieuws.nieuwsbrief.picked import Picked
from nieuws.nieuwsbrief.rendering import render

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefPage

GMAIL_CUTS_AT = 100_000
"In bytes; from about 102 kB on Gmail shows the beginning only, without the way to leave."
TOO_LARGE = 1_000_000
_LINK = re.compile(r"<a [^>]*>")
_PAGE = re.compile(r'\bid="(\d+)"')


def refusals(page: NieuwsbriefPage) -> list[str]:
    """Why this newsletter cannot be sent as it stands; empty when it can."""
    found = []
    if letter_of(page).is_empty:
        found.append(_("Er staat nog niets in de nieuwsbrief dat lezers kunnen zien."))
    if page.get_view_restrictions().exists():
        found.append(
            _("Deze nieuwsbrief is niet voor iedereen te lezen. 'Bekijk online' werkt dan niet.")
        )
    if len(render(page).html) > TOO_LARGE:
        found.append(_("De mail is veel te groot. Haal er tekst uit, of verwijs naar een pagina."))
    return found


def problems(page: NieuwsbriefPage) -> list[str]:
    """What its maker should know: what is left out and why, what is past, what leads nowhere."""
    with translation.override(settings.LANGUAGE_CODE):
        picked = Picked(pages_in(page), page.locale, page.date)
        found = [*_of_picked(page, picked), *_of_blocks(page), *_of_texts(page)]
        size = len(render(page).html)
        if GMAIL_CUTS_AT < size <= TOO_LARGE:
            found.append(
                _(
                    "De mail is %(size)d kB. Boven de 100 kB toont Gmail alleen het begin. "
                    "Haal er een paar blokken uit."
                )
                % {"size": size // 1000}
            )
    return found


def _of_picked(page: NieuwsbriefPage, picked: Picked) -> Iterator[str]:
    raw = [block for block in page.body.raw_data if block["type"] in PICKING]
    chosen = [block for block in page.body if block.block_type in PICKING]
    for block, stored in zip(chosen, raw, strict=True):
        target = block.value.get("page")
        if target is None:
            if stored["value"].get("page"):
                yield _("'%(title)s' is verwijderd. Het blok komt niet in de mail.") % {
                    "title": title_of_deleted(stored["value"]["page"])
                }
            continue
        if picked.row_of(target) is None:
            yield _not_public(target)
        elif block.block_type == "item":
            yield from _of_activity(picked.entry_of(block.value))


def _not_public(target: Page) -> str:
    if not target.live:
        text = _("'%(title)s' staat niet op de site. Het blok komt niet in de mail.")
    else:
        text = _("'%(title)s' is niet voor iedereen te lezen. Het blok komt niet in de mail.")
    return text % {"title": target.title}


def _of_activity(entry: Any) -> Iterator[str]:
    if entry is None or entry.line is None:
        return
    item = entry.item
    if entry.line.is_off:
        yield _("'%(title)s' gaat niet door. Dat staat er in de mail bij.") % {"title": item.title}
    elif (item.ends_at or item.starts_at) < timezone.now():
        yield _("'%(title)s' is al voorbij.") % {"title": item.title}


def title_of_deleted(pk: int) -> str:
    """What a page was called that is not there any more, as the log of the site remembers it."""
    logged = PageLogEntry.objects.filter(page_id=pk).order_by("-timestamp")
    return logged.values_list("label", flat=True).first() or _("Een pagina")


def _of_blocks(page: NieuwsbriefPage) -> Iterator[str]:
    for block in page.body:
        if block.block_type == "image" and picture_of(block.value.get("image"), "photo") is None:
            yield _("Een foto mag of kan niet (meer) getoond worden. Ze komt niet in de mail.")
        elif block.block_type == "buttons":
            for item in block.value.get("items") or []:
                if not item.href():
                    yield _("De knop '%(text)s' leidt nergens heen. Ze komt niet in de mail.") % {
                        "text": item.get("text") or ""
                    }


def _of_texts(page: NieuwsbriefPage) -> Iterator[str]:
    """Links in running text to pages that are not on the site."""
    asked: set[int] = set()
    for block in page.body:
        text = block.value.get("text") if block.block_type == "text" else None
        if text:
            links = [link for link in _LINK.findall(text.source) if 'linktype="page"' in link]
            asked |= {int(pk) for link in links for pk in _PAGE.findall(link)}
    there = dict(Page.objects.filter(pk__in=asked).values_list("pk", "live"))
    for pk in sorted(asked):
        if not there.get(pk):
            title = Page.objects.filter(pk=pk).values_list("title", flat=True).first()
            yield _("Een link in de tekst gaat naar '%(title)s'. Die pagina is er niet (meer).") % {
                "title": title or title_of_deleted(pk)
            }
