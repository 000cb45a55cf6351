"""What of an answer stands in a cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

from enquetes.vragen.antwoord import (
    ANDERS,
    BUITEN,
    JA,
    NEE,
    ONLEESBAAR,
    WEET_NIET,
    Antwoorden,
)

Value: TypeAlias = str | int | float | None
Read: TypeAlias = Callable[[Antwoorden], Value]


def special_words() -> dict[Any, str]:
    """What the answers say that are no option of a question."""
    return {
        JA: _("Ja"),
        NEE: _("Nee"),
        ANDERS: _("Anders"),
        WEET_NIET: _("Weet ik niet"),
        ONLEESBAAR: _("Onleesbaar"),
        BUITEN: _("Woont ergens anders"),
    }


def said(value: Any) -> Value:
    if value is None or isinstance(value, (str, int, float)):
        return value
    return str(value)


def tick(key: str, optie: str) -> Read:
    def read(answers: Antwoorden) -> Value:
        value = answers.get(key)
        if value is None or value == ONLEESBAAR:
            return None
        return int(optie in value) if isinstance(value, list) else int(optie == value)

    return read


def is_just(key: str, what: str) -> Read:
    return lambda answers: int(answers[key] == what) if key in answers else None


def place_of(key: str, optie: str) -> Read:
    def read(answers: Antwoorden) -> Value:
        value = answers.get(key)
        return value.index(optie) + 1 if isinstance(value, list) and optie in value else None

    return read


def of_row(key: str, rij: str, words: dict[Any, str]) -> Read:
    def read(answers: Antwoorden) -> Value:
        value = answers.get(key)
        chosen = value.get(rij) if isinstance(value, dict) else None
        return None if chosen is None else words.get(chosen, str(chosen))

    return read


def coordinate(key: str, place: int) -> Read:
    def read(answers: Antwoorden) -> Value:
        value = answers.get(key)
        return float(value[place]) if isinstance(value, list) and len(value) == 2 else None

    return read
