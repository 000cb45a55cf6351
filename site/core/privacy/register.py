"""The list of what is kept about people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile
    from django.utils.functional import Promise

    from core.privacy.person import Person

Text: TypeAlias = "str | Promise"
Export: TypeAlias = "Callable[[Person], list[dict[str, Any]]]"
Erase: TypeAlias = "Callable[[Person], int]"
Purge: TypeAlias = "Callable[[datetime], int]"
Files: TypeAlias = "Callable[[Person], list[tuple[str, FieldFile]]]"


INSIDE = _("Alleen wie daarvoor aan de site werkt. Wij geven niets aan anderen.")


@dataclass(frozen=True)
class Processing:
    """One thing that the site does with personal data; the words are read by residents."""

    key: str
    title: Text
    who: Text
    data: tuple[Text, ...]
    "What is kept, in words."
    purpose: Text
    ground: Text
    retention: Text
    "How long it is kept, in words."
    covers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    "The fields in which it is kept, by model ('app.Model')."
    keep: timedelta | None = None
    "How long it is kept; None: as long as what it belongs to."
    export: Export | None = None
    files: Files | None = None
    "What goes along with the export: a name, and a file of a model."
    erase: Erase | None = None
    purge: Purge | None = None
    receivers: Text = INSIDE
    "Who gets to see it, besides the person."
    order: int = 10
    "Erasing goes from low to high: the account goes late, others find their rows by it."


_PROCESSINGS: dict[str, Processing] = {}
_HARMLESS: dict[str, set[str]] = {}


def register(processing: Processing) -> None:
    """Declare a processing."""
    _PROCESSINGS[processing.key] = processing


def register_harmless(model: str, *fields: str) -> None:
    """Declare fields that look personal by their name, but are not: the name of a ward."""
    _HARMLESS.setdefault(model, set()).update(fields)


def processings() -> list[Processing]:
    """All processings, in the order of erasing."""
    return sorted(_PROCESSINGS.values(), key=lambda processing: (processing.order, processing.key))


def declared_fields() -> set[tuple[str, str]]:
    """Every (model, field) that is declared, as personal or as harmless."""
    found = {(model, name) for model, names in _HARMLESS.items() for name in names}
    for processing in _PROCESSINGS.values():
        found |= {(model, name) for model, names in processing.covers.items() for name in names}
    return found
