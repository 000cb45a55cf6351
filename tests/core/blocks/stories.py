"""Stories to try the blocks with: stored as an older version or an import would store them."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from wagtail.models import Locale

from tests.factories import photo
from wijkteams.models import Document, Image, TekstPage, Wijk, WijkPage

Block = dict[str, Any]


def items(*values: Any) -> list[Block]:
    """The lines of a list, as they are stored."""
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def block(kind: str, /, **value: Any) -> Block:
    """One block, as it is stored."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def image(pk: int | None, alt: str = "Buren op straat.") -> Block:
    """A picture with its text, as it is stored."""
    return {"image": pk, "alt_text": alt, "decorative": False}


def pdf(wijk: Wijk | None, title: str = "Verslag", size: int = 0) -> Document:
    """A document of a ward."""
    content = b"%PDF-1.4\n%%EOF\n" + b" " * size
    file = ContentFile(content, name="verslag.pdf")
    return Document.objects.create(wijk=wijk, title=title, file=file)


def page(wijk: Wijk, *body: Block, title: str = "Alle blokken") -> TekstPage:
    """A published page of a ward with these blocks."""
    parent = WijkPage.objects.get(wijk=wijk, locale=Locale.get_default())
    made = parent.add_child(instance=TekstPage(title=title, live=False))
    made.body = json.dumps(list(body))
    made.save_revision().publish()
    return TekstPage.objects.get(pk=made.pk)


def gallery(*pictures: Image, title: str = "Het straatfeest") -> Block:
    """A gallery of these pictures."""
    lines = [{"image": image(one.pk, one.title), "caption": ""} for one in pictures]
    return block("gallery", title=title, items=items(*lines))


def every_block(wijk: Wijk) -> list[Block]:
    """Each kind of block once."""
    one, two = photo(wijk, title="Een"), photo(wijk, title="Twee")
    about = WijkPage.objects.get(wijk=wijk, locale=Locale.get_default())
    answer = {"question": "Mag mijn hond mee?", "answer": "<p>Ja, <b>aan de lijn</b>.</p>"}
    button = {"text": "Naar de wijk", "page": about.pk, "url": "", "kind": "primary"}
    video = {"title": "Rondleiding", "url": "https://youtu.be/aqz-KE-bpKQ"}
    contact = {"name": "Naima", "role": "bus", "phone": "06 1", "email": "a@b.example"}
    return [
        block("text", text="<h2>De bus</h2><p>Rijdt weer.</p>"),
        block("image", image=image(one.pk), caption="De eerste rit."),
        gallery(one, two),
        block("quote", quote="Ik zie mijn zus weer.", source="Ria"),
        block("callout", kind="warning", title="Ander adres", text="<p>De Kajuit.</p>"),
        block("accordion", title="Vragen", items=items(answer)),
        block("steps", title="Zo gaat het", items=items({"title": "Bel", "text": "Het team."})),
        table(),
        block("video", **video, image=image(two.pk), transcript="Welkom in De Brug."),
        block("document", document=pdf(wijk).pk, title="", description="Van maart."),
        block("buttons", items=items(button)),
        block("contact", **contact, image=one.pk),
        block("place", name="De Kajuit", address="Kade 4", latitude=52.0, longitude=4.0, note=""),
    ]


def table(**value: Any) -> Block:
    """A table of two columns and one row."""
    columns = [{"type": "heading", "heading": "Wie"}, {"type": "number", "heading": "Per keer"}]
    rows = [{"values": ["Kinderen", "€ 2,50"]}]
    return block("table", **{"caption": "Wat het kost", "columns": columns, "rows": rows, **value})
