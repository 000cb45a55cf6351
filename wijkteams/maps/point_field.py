"""A place on the map: pointed at in a drawing, or chosen from a list. Works without JavaScript.

The drawing is an image button: a click sends the page with the spot. There are two sizes, of which
a screen shows one: the spot comes in its own pixels, and the server knows how large it was.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms.own_widgets import OwnWidget
from wijkteams.maps.plattegrond import LETTERS, SIZE, Plattegrond, Plek

SIZES = (272, SIZE)
"In pixels on the screen; the first fits a screen of 320."


@dataclass
class Pointed:
    """What was sent: the place that stood there, one from the list, and a click."""

    here: str = ""
    chosen: str = ""
    click: tuple[float, float] | None = None
    removed: bool = False

    @property
    def moved(self) -> bool:
        return self.removed or self.click is not None


class MapInput(OwnWidget):
    """The drawing, the list, and what is chosen."""

    template = "wijkteams/kaart/kies.html"

    def __init__(self, ground: Plattegrond) -> None:
        super().__init__()
        self.ground = ground

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Pointed:
        return Pointed(
            here=data.get(name, ""),
            chosen=data.get(f"{name}__plek", ""),
            click=next(filter(None, (_click(data, name, size) for size in SIZES)), None),
            removed=f"{name}__weg" in data,
        )

    def shown(self, name: str, value: Any) -> dict[str, Any]:
        if isinstance(value, Pointed):
            value = self._sent(value)
        step = SIZE / len(LETTERS)
        return {
            "ground": self.ground,
            "outline": self.ground.path(self.ground.rings),
            "inner": self.ground.path(self.ground.inner),
            "size": SIZE,
            "sizes": SIZES,
            "lines": [round(step * number, 1) for number in range(1, len(LETTERS))],
            "letters": [(round(step * (n + 0.5)), one) for n, one in enumerate(LETTERS)],
            "figures": [(round(step * (n + 0.5)), n + 1) for n in range(len(LETTERS))],
            "point": as_text(value) if value else "",
            "spot": self.ground.spot((value[0], value[1])) if value else None,
            "groups": [
                (_("Op naam"), [(as_text(one.point), one.name) for one in self.ground.buurten]),
                (_("Op de kaart"), [(as_text(one.point), one.name) for one in self._squares]),
            ],
        }

    def _sent(self, value: Pointed) -> Any:
        if value.click is not None:
            return self.ground.place(*value.click)
        return None if value.removed else read_point(value.chosen or value.here)

    @property
    def _squares(self) -> list[Plek]:
        return self.ground.squares()


class MapField(forms.Field):
    """`clean` gives [longitude, latitude], or None."""

    default_error_messages = {
        "required": gettext_lazy("Wijs een plek aan op de kaart, of kies er een uit de lijst."),
        "invalid": gettext_lazy("Deze plek ligt niet op de kaart. Kies een andere."),
    }

    def __init__(self, ground: Plattegrond, **kwargs: Any) -> None:
        self.ground = ground
        names = [*ground.buurten, *ground.squares()]
        self.named = {as_text(one.point) for one in names}
        help_text = _("Klik of tik op de plek. Of kies een plek uit de lijst onder de kaart.")
        super().__init__(widget=MapInput(ground), help_text=help_text, **kwargs)

    def clean(self, value: Pointed) -> Any:
        point = self._point(value)
        if point is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if point is not None and not self.ground.shows(point):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return list(point) if point else None

    def _point(self, value: Pointed) -> tuple[float, float] | None:
        if value.removed:
            return None
        if value.click is not None:
            return self.ground.place(*value.click)
        if value.chosen in self.named:
            return read_point(value.chosen)
        # It was chosen from the list before, and now the list says 'none'.
        return None if value.here in self.named else read_point(value.here)


def as_text(point: Any) -> str:
    """A place as it stands in the form."""
    return f"{point[0]:.5f},{point[1]:.5f}"


def read_point(text: str) -> tuple[float, float] | None:
    """A place from the form; None for any other text."""
    try:
        longitude, latitude = (round(float(part), 5) for part in text.split(","))
    except (ValueError, OverflowError):
        return None
    finite = math.isfinite(longitude) and math.isfinite(latitude)
    return (longitude, latitude) if finite else None


def _click(data: Any, name: str, size: int) -> tuple[float, float] | None:
    """A spot on the drawing; browsers send 0,0 for a press on Enter, which is no click."""
    try:
        x, y = (int(data.get(f"{name}__{size}.{axis}", "")) for axis in "xy")
    except ValueError:
        return None
    if not (0 <= x <= size and 0 <= y <= size) or (x, y) == (0, 0):
        return None
    return x * SIZE / size, y * SIZE / size
