"""Questions of a demo file as the blocks of a page, with ids that are the same in every run.

In a file a question has a short `id`; `als = {vraag = "hond", is = [1]}` shows another one to who
chose its first answer. `soort` is a name of `Soort`, and all else stands in the block as it is.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, TypeAlias

from enquetes.vragen.antwoord import ANDERS, WEET_NIET

Block: TypeAlias = dict[str, Any]
SPACE = uuid.UUID("5ec0ffee-0000-4000-8000-5b1e1d0e2026")
LISTS = ("opties", "rijen")
OURS = {"id", "soort", "als", "gewicht", "kans", "teksten", "anders_teksten"}
"What is no part of a block: how the demo answers it."
SPECIAL = {"anders": ANDERS, "weet_niet": WEET_NIET}


def id_of(*parts: object) -> str:
    """The id of what has this name."""
    return str(uuid.uuid5(SPACE, ":".join(str(part) for part in parts)))


def name_of(data: dict[str, Any]) -> str:
    """Whose questions they are: those of an earlier survey keep their ids (requirement S13)."""
    name: str = data.get("vragen_als", data["slug"])
    return name


def steps_of(name: str, steps: list[dict[str, Any]]) -> list[Block]:
    """The pages of the survey with this name."""
    return [_step(name, number, step) for number, step in enumerate(steps, start=1)]


def in_other_words(steps: Iterable[Block], words: list[dict[str, Any]]) -> list[Block]:
    """The same questions with the texts of a translation, one for one; ids stay."""
    return [
        _reworded(
            step,
            said,
            vragen=[
                _reworded(vraag, text)
                for vraag, text in zip(step["value"]["vragen"], said["vraag"], strict=True)
            ],
        )
        for step, said in zip(steps, words, strict=True)
    ]


def _reworded(block: Block, words: dict[str, Any], **more: Any) -> Block:
    value = block["value"] | more
    for key, text in words.items():
        if key in LISTS:
            pairs = zip(value[key], text, strict=True)
            value[key] = [item | {"value": said} for item, said in pairs]
        elif key != "vraag":
            value[key] = text
    return {**block, "value": value}


def _step(name: str, number: int, step: dict[str, Any]) -> Block:
    value = {
        "title": step.get("title", ""),
        "intro": step.get("intro", ""),
        "als": _condition(name, step.get("als")),
        "vragen": [_question(name, one) for one in step["vraag"]],
    }
    return {"type": "stap", "id": id_of(name, "stap", number), "value": value}


def _question(name: str, one: dict[str, Any]) -> Block:
    value = {key: part for key, part in one.items() if key not in OURS}
    value["als"] = _condition(name, one.get("als"))
    for key in LISTS:
        if key in one:
            value[key] = [
                {"type": "item", "id": id_of(name, one["id"], key, place), "value": text}
                for place, text in enumerate(one[key], start=1)
            ]
    return {"type": one["soort"], "id": id_of(name, one["id"]), "value": value}


def _condition(name: str, als: dict[str, Any] | None) -> dict[str, Any]:
    if als is None:
        return {"alle": True, "regels": []}
    toets = next(key for key in als if key != "vraag")
    given = als[toets] if isinstance(als[toets], list) else [als[toets]]
    regel = {
        "vraag": id_of(name, als["vraag"]),
        "toets": toets,
        "waarden": " ".join(_value(name, als["vraag"], toets, one) for one in given),
    }
    key = id_of(name, "regel", str(als))
    return {"alle": True, "regels": [{"type": "item", "id": key, "value": regel}]}


def _value(name: str, vraag: str, toets: str, given: Any) -> str:
    """A number to compare with; else a place in the list of options, or a word."""
    if isinstance(given, int) and toets not in ("minstens", "hoogstens"):
        return id_of(name, vraag, "opties", given)
    return SPECIAL.get(given, str(given))
