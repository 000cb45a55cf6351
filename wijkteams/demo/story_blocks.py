"""The blocks that a story can ask for by a word at the start of a line.

- `!info title`, `!let-op title`: text on the lines below
- `!foto file | alt | caption`
- `!galerij title`: a line per picture: file | alt | caption
- `!contact name | role | phone | mail`: with the portrait of who is called so
- `!vragen title`: `? question`, and the answer on the lines below it
- `!stappen title`: a line per step: title | text
- `!tabel caption`: a line per row: cell | cell | cell. The first line has the headings, and the
  first column names the rows; a heading that ends with # stands above numbers
- `!knoppen`: a line per button: text | path of a page
- `!video title | address | file | alt`: below it what is said
- `!document file | title | description`
- `!plaats name | address | latitude | longitude`: below it how to get there
- `!nieuwsbrief title`: below it what readers get
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from .story_text import as_html

Block = dict[str, Any]
Builder = Callable[[str, str, "Sources"], Any]


@dataclass(frozen=True)
class Sources:
    """Where a story gets the numbers of what it shows: by file, or for a portrait by name."""

    picture: Callable[[str, str], int]
    portrait: Callable[[str], int | None]
    document: Callable[[str, str], int]
    page: Callable[[str], int]


NO_SOURCES = Sources(
    picture=lambda name, alt: 0,
    portrait=lambda name: None,
    document=lambda name, title: 0,
    page=lambda path: 0,
)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _rows(below: str) -> list[list[str]]:
    return [_cells(line) for line in below.splitlines() if line.strip()]


def _items(values: list[Any]) -> list[Block]:
    # Without an id, Wagtail takes the whole for the value of an item.
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def _image(name: str, alt: str, sources: Sources) -> dict[str, Any]:
    return {"image": sources.picture(name, alt), "alt_text": alt, "decorative": False}


def _callout(kind: str) -> Builder:
    def build(head: str, below: str, sources: Sources) -> Any:
        return {"kind": kind, "title": head, "text": as_html(below)}

    return build


def _photo(head: str, below: str, sources: Sources) -> Any:
    name, alt, caption = _cells(head)
    return {"image": _image(name, alt, sources), "caption": caption}


def _gallery(head: str, below: str, sources: Sources) -> Any:
    photos = [_photo(line, "", sources) for line in below.splitlines()]
    return {"title": head, "items": _items(photos)}


def _contact(head: str, below: str, sources: Sources) -> Any:
    name, role, phone, email = _cells(head)
    portrait = sources.portrait(name)
    return {"name": name, "role": role, "phone": phone, "email": email, "image": portrait}


def _accordion(head: str, below: str, sources: Sources) -> Any:
    pairs = [pair.partition("\n") for pair in f"\n{below}".split("\n? ")[1:]]
    items = [{"question": q.strip(), "answer": as_html(a.strip())} for q, _newline, a in pairs]
    return {"title": head, "items": _items(items)}


def _steps(head: str, below: str, sources: Sources) -> Any:
    items = [{"title": title, "text": text} for title, text in _rows(below)]
    return {"title": head, "items": _items(items)}


def _table(head: str, below: str, sources: Sources) -> Any:
    headings, *rows = _rows(below)
    kinds = ["number" if heading.endswith("#") else "text" for heading in headings]
    kinds[0] = "heading"
    columns = [
        {"type": kind, "heading": heading.removesuffix("#").strip()}
        for kind, heading in zip(kinds, headings, strict=True)
    ]
    return {"columns": columns, "rows": [{"values": row} for row in rows], "caption": head}


def _buttons(head: str, below: str, sources: Sources) -> Any:
    kinds = ["primary", "secondary", "secondary"]
    rows = zip(_rows(below), kinds, strict=False)
    items = [
        {"text": text, "page": sources.page(path), "url": "", "kind": kind}
        for (text, path), kind in rows
    ]
    return {"items": _items(items)}


def _video(head: str, below: str, sources: Sources) -> Any:
    title, url, name, alt = _cells(head)
    image = _image(name, alt, sources)
    return {"url": url, "title": title, "image": image, "transcript": below.strip()}


def _document(head: str, below: str, sources: Sources) -> Any:
    name, title, description = _cells(head)
    document = sources.document(name, title)
    return {"document": document, "title": title, "description": description}


def _place(head: str, below: str, sources: Sources) -> Any:
    name, address, latitude, longitude = _cells(head)
    here = {"latitude": float(latitude), "longitude": float(longitude)}
    return {"name": name, "address": address, **here, "note": " ".join(below.split())}


def _newsletter(head: str, below: str, sources: Sources) -> Any:
    return {"title": head, "text": " ".join(below.split())}


BUILDERS: dict[str, tuple[str, Builder]] = {
    "!info": ("callout", _callout("info")),
    "!let-op": ("callout", _callout("warning")),
    "!foto": ("image", _photo),
    "!galerij": ("gallery", _gallery),
    "!contact": ("contact", _contact),
    "!vragen": ("accordion", _accordion),
    "!stappen": ("steps", _steps),
    "!tabel": ("table", _table),
    "!knoppen": ("buttons", _buttons),
    "!video": ("video", _video),
    "!document": ("document", _document),
    "!plaats": ("place", _place),
    "!nieuwsbrief": ("newsletter", _newsletter),
}
