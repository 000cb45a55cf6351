"""Put in order: a number for each, or buttons that move it. Works without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms.own_widgets import OwnWidget
from enquetes.models import Enquete
from enquetes.vragen import Optie, Vraag

UP, DOWN = "__omhoog", "__omlaag"


@dataclass
class Typed:
    """What was sent: the number with each option, and a button that moved one."""

    numbers: dict[str, str]
    moved: str = ""
    by: int = 0


class RankingList(OwnWidget):
    """The options in the order that they have now, each with its number."""

    template = "enquetes/invullen/vraag/rangorde.html"

    def __init__(self, opties: tuple[Optie, ...]) -> None:
        super().__init__()
        self.opties = opties

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        numbers = {one.id: data.get(f"{name}__{one.id}", "").strip() for one in self.opties}
        for button, by in ((UP, -1), (DOWN, 1)):
            if moved := data.get(f"{name}{button}", ""):
                return Typed(numbers, moved, by)
        return Typed(numbers)

    def shown(self, name: str, value: Any) -> dict[str, Any]:
        texts = {one.id: one.text for one in self.opties}
        if isinstance(value, Typed):
            numbers = value.numbers
        else:
            numbers = {key: str(place) for place, key in enumerate(value or [], start=1)}
        rows = [
            {"key": key, "name": f"{name}__{key}", "text": texts[key], "number": numbers.get(key)}
            for key in in_order(list(texts), numbers)
        ]
        return {"rows": rows, "up": f"{name}{UP}", "down": f"{name}{DOWN}"}


class RankingField(forms.Field):
    """`clean` gives the ids of all options, best first; or None."""

    default_error_messages = {
        "required": gettext_lazy("Geef elk antwoord een nummer."),
        "double": gettext_lazy("Elk nummer mag maar één keer voorkomen."),
    }

    def __init__(self, opties: tuple[Optie, ...]) -> None:
        self.keys = [one.id for one in opties]
        help_text = _("Zet een 1 bij wat u het belangrijkst vindt, dan een 2, en zo verder.")
        super().__init__(widget=RankingList(opties), help_text=help_text)

    def clean(self, value: Typed) -> Any:
        if value.moved in self.keys:
            return self._moved(value)
        typed = {key: number for key, number in value.numbers.items() if number}
        if not typed and not self.required:
            return None
        if len(typed) < len(self.keys):
            code = "required" if not typed else "incomplete"
            raise ValidationError(self.error_messages["required"], code=code)
        self._check(list(typed.values()))
        return sorted(self.keys, key=lambda key: int(typed[key]))

    def _moved(self, value: Typed) -> list[str]:
        """All in the order that is shown, with one a place further."""
        order = in_order(self.keys, value.numbers)
        there = order.index(value.moved)
        here = min(max(there + value.by, 0), len(order) - 1)
        order.insert(here, order.pop(there))
        return order

    def _check(self, numbers: list[str]) -> None:
        allowed = {str(number) for number in range(1, len(self.keys) + 1)}
        if not set(numbers) <= allowed:
            text = _("Gebruik de nummers 1 tot en met %(last)s.") % {"last": len(self.keys)}
            raise ValidationError(text, code="invalid")
        if len(set(numbers)) < len(numbers):
            raise ValidationError(self.error_messages["double"], code="double")


def in_order(keys: list[str], numbers: dict[str, str]) -> list[str]:
    """The options by their number; what has none stays where it was, after those."""

    def place(key: str) -> tuple[int, int]:
        number = numbers.get(key, "")
        return (int(number) if number.isascii() and number.isdigit() else 10**6, keys.index(key))

    return sorted(keys, key=place)


def ranking(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Op volgorde zetten'."""
    return RankingField(vraag.opties)
