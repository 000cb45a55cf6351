"""One data source for page, mail and plain text (requirement N2): the parts of a newsletter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from core.blocks.headings import HeadingOrder
from core.blocks.renditions import fetch_together
from core.pictures import picture_of
from nieuws.nieuwsbrief.parts import (
    Entries,
    Entry,
    Heading,
    More,
    Part,
    Photo,
    Quote,
    Way,
    Ways,
    Words,
)
from nieuws.nieuwsbrief.picked import Picked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wagtail.models import Page

    from nieuws.models import NieuwsbriefPage

PICKING = ("item", "more")
"Blocks that pick a page."


@dataclass(frozen=True)
class Letter:
    """What there is to show. What nobody may see (any more) is left out."""

    parts: list[Part]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read: headings and links alone are nothing."""
        return all(isinstance(part, Heading | More) for part in self.parts)


def letter_of(page: NieuwsbriefPage) -> Letter:
    """The parts of a newsletter, in a number of queries that does not grow with them."""
    fetch_together(None, [], page.body)
    picked = Picked(pages_in(page), page.locale, page.date)
    return Letter(_without_bare_headings(_grouped(_parts(page.body, picked))))


def pages_in(page: NieuwsbriefPage) -> list[Page | None]:
    """The pages that its blocks pick; None for one that was deleted."""
    return [block.value.get("page") for block in page.body if block.block_type in PICKING]


def _parts(body: Any, picked: Picked) -> Iterator[Part | Entry]:
    order = HeadingOrder()
    for block in body:
        part = _MAKERS[block.block_type](block.value, picked, order)
        if part is not None:
            yield part


def _grouped(parts: Iterator[Part | Entry]) -> list[Part]:
    """Entries that follow each other stand in one list: activities apart from all else.

    The heading above a list and the ways on below it belong to it.
    """
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Entry):
            _add_entry(found, part)
        elif isinstance(part, More) and isinstance(last, Entries):
            last.more.append(part)
        else:
            found.append(part)
    return found


def _add_entry(found: list[Part], entry: Entry) -> None:
    last, is_agenda = found[-1] if found else None, entry.line is not None
    if isinstance(last, Entries) and last.is_agenda == is_agenda and not last.more:
        last.entries.append(entry)
        return
    heading = ""
    if isinstance(last, Heading):
        heading = last.text
        found.pop()
    found.append(Entries([entry], is_agenda, heading))


def _without_bare_headings(parts: list[Part]) -> list[Part]:
    """Without headings under which nothing is left."""
    return [
        part
        for part, after in zip(parts, [*parts[1:], None], strict=False)
        if not isinstance(part, Heading) or not (after is None or isinstance(after, Heading))
    ]


def _heading(value: Any, picked: Picked, order: HeadingOrder) -> Part | None:
    text = (value.get("text") or "").strip()
    order.has_h2 = order.has_h2 or bool(text)
    return Heading(text) if text else None


def _entry(value: Any, picked: Picked, order: HeadingOrder) -> Entry | None:
    return picked.entry_of(value)


def _more(value: Any, picked: Picked, order: HeadingOrder) -> Part | None:
    url = picked.url_of(value.get("page"))
    return More(value.get("text") or "", url) if url else None


def _words(value: Any, picked: Picked, order: HeadingOrder) -> Part | None:
    text = value.get("text")
    html = expand_db_html(order.mend(text.source)) if text else ""
    return Words(mark_safe(html)) if html.strip() else None  # noqa: S308


def _photo(value: Any, picked: Picked, order: HeadingOrder) -> Part | None:
    image = value.get("image")
    picture = picture_of(image, "photo")
    return Photo(picture, value.get("caption") or "", image.credit or "") if picture else None


def _quote(value: Any, picked: Picked, order: HeadingOrder) -> Part | None:
    quote = (value.get("quote") or "").strip()
    return Quote(quote, value.get("source") or "") if quote else None


def _ways(value: Any, picked: Picked, order: HeadingOrder) -> Part | None:
    ways = [
        Way(item["text"], url, item["kind"], item.host)
        for item in value.get("items") or []
        if (url := item.href())
    ]
    return Ways(ways) if ways else None


_MAKERS: dict[str, Callable[[Any, Picked, HeadingOrder], Part | Entry | None]] = {
    "heading": _heading,
    "item": _entry,
    "more": _more,
    "text": _words,
    "image": _photo,
    "quote": _quote,
    "buttons": _ways,
}
