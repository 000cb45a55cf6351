"""The choices above a list of signals (templates/components/pick.html)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext as _

from core.page_cache import Remembered
from wijkteams.models import Buurt
from wijkteams.signalen.models import GESLOTEN, Categorie, Klasse, Staat
from wijkteams.signalen.openbaar.asked import OPEN

if TYPE_CHECKING:
    from wijkteams.models import Wijk
    from wijkteams.signalen.openbaar.asked import Asked

Choices = list[tuple[str, str]]
_KNOWN: Remembered[Choices] = Remembered()


def fields_of(wijk: Wijk | None, asked: Asked) -> list[dict[str, Any]]:
    """What can be chosen for a ward, or (without) for the city."""
    pk = wijk.pk if wijk is not None else None
    categories = _KNOWN.get(("categorie", pk), partial(_categories, pk))
    fields = [
        _field("categorie", _("Waarover"), _("Alles"), asked, categories),
        _field("staat", _("Hoe ver is het"), _("Alles"), asked, states()),
        _field("periode", _("Wanneer verteld"), _("Altijd"), asked, periods()),
    ]
    if pk is not None:
        buurten = _KNOWN.get(("buurt", pk), partial(_buurten, pk))
        fields.append(_field("buurt", _("Buurt"), _("De hele wijk"), asked, buurten))
    return [one for one in fields if one["choices"]]


def states() -> Choices:
    """How far it is, with all that is open in front."""
    every = [(str(staat.value), str(staat.label)) for staat in Staat]
    done = [one for one in every if one[0] in GESLOTEN]
    return [(OPEN, _("Nog niet klaar")), *done, *(one for one in every if one not in done)]


def periods() -> Choices:
    """How long ago."""
    return [
        ("maand", _("Laatste maand")),
        ("kwartaal", _("Laatste drie maanden")),
        ("jaar", _("Laatste jaar")),
    ]


def _field(name: str, label: str, every: str, asked: Asked, choices: Choices) -> dict[str, Any]:
    chosen = getattr(asked, name)
    return {"name": name, "label": label, "all": every, "choices": choices, "chosen": chosen}


def _categories(wijk: int | None) -> Choices:
    """Not the confidential ones: nothing of those is ever in a list."""
    rows = Categorie.objects.filter(Q(wijk=None) | Q(wijk=wijk))
    return list(rows.exclude(klasse=Klasse.VERTROUWELIJK).values_list("slug", "name"))


def _buurten(wijk: int) -> Choices:
    return list(Buurt.objects.filter(wijk=wijk).values_list("slug", "name"))
