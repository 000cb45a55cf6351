from __future__ import annotations

import uuid
from typing import Any

from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage

BEGIN = uuid.UUID("00000000-0000-4000-8000-000000000000").int


def key(number: int) -> str:
    """An id that is the same in every run."""
    return str(uuid.UUID(int=BEGIN + number))


def question(soort: str, number: int, *opties: str, **value: Any) -> dict[str, Any]:
    """A block with a question; its id is `key(number)`, those of its options follow it."""
    if opties:
        value["opties"] = [
            {"type": "item", "id": key(number * 100 + place), "value": text}
            for place, text in enumerate(opties, start=1)
        ]
    value = {"text": f"Vraag {number}", "als": {"alle": True, "regels": []}} | value
    return {"type": soort, "id": key(number), "value": value}


def step(number: int, *vragen: dict[str, Any], **value: Any) -> dict[str, Any]:
    """A page of questions; its id is `key(9000 + number)`."""
    made = {"title": "", "intro": "", "als": {"alle": True, "regels": []}} | value
    return {"type": "stap", "id": key(9000 + number), "value": {**made, "vragen": list(vragen)}}


def rule(number: int, *waarden: str, toets: str = "is") -> dict[str, Any]:
    """A condition on the question with this number."""
    regel = {"vraag": key(number), "toets": toets, "waarden": " ".join(waarden)}
    return {"alle": True, "regels": [{"type": "item", "id": key(number + 8000), "value": regel}]}


def survey(
    index: EnqueteIndexPage, *steps: dict[str, Any], title: str = "Honden", **fields: Any
) -> Enquete:
    """A published survey with these pages of questions."""
    steps = steps or (step(1, question("keuze", 1, "Ja", "Nee")),)
    page = EnquetePage(title=title, vragen=list(steps), locale=index.locale, **fields)
    index.add_child(instance=page)
    page.save_revision().publish()
    return Enquete.objects.get(translation_key=page.translation_key)
