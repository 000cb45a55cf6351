"""The choices above a list of initiatives (templates/components/pick.html)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext as _

from core.page_cache import Remembered
from wijkteams.initiatieven.models import AFGESLOTEN, InitiatievenIndexPage, Staat
from wijkteams.initiatieven.openbaar.asked import LOPEND
from wijkteams.models import Thema, Wijk

if TYPE_CHECKING:
    from wijkteams.initiatieven.openbaar.asked import Asked

Choices = list[tuple[str, str]]
_KNOWN: Remembered[Choices] = Remembered()
MOST_WARDS = 100
"More to choose from is no choice: then the list of wards and their own pages do it."


def fields_of(wijk: Wijk | None, asked: Asked) -> list[dict[str, Any]]:
    """What can be chosen for a ward, or (without) for the city."""
    pk = wijk.pk if wijk is not None else None
    themas = _KNOWN.get(("thema", pk), partial(_themas, pk))
    fields = [
        _field("staat", _("Hoe ver is het"), _("Alles"), asked, states()),
        _field("thema", _("Waar gaat het over"), _("Alle onderwerpen"), asked, themas),
    ]
    if pk is None:
        wards = _KNOWN.get("wijk", _wards)
        fields.insert(0, _field("wijk", _("Wijk"), _("Alle wijken"), asked, wards))
    return [one for one in fields if one["choices"]]


def states() -> Choices:
    """How far it is, with all that goes on in front."""
    every = [(str(staat.value), str(staat.label)) for staat in Staat]
    on_the_way = [one for one in every if one[0] not in AFGESLOTEN]
    ends = [one for one in every if one[0] in AFGESLOTEN]
    return [(LOPEND, _("Nog niet afgesloten")), *on_the_way, *ends]


def _field(name: str, label: str, every: str, asked: Asked, choices: Choices) -> dict[str, Any]:
    chosen = getattr(asked, name)
    return {"name": name, "label": label, "all": every, "choices": choices, "chosen": chosen}


def _themas(wijk: int | None) -> Choices:
    rows = Thema.objects.filter(Q(wijk=None) | Q(wijk=wijk))
    return list(rows.values_list("slug", "name"))


def _wards() -> Choices:
    sections = InitiatievenIndexPage.objects.live().values("wijk")
    rows = Wijk.objects.filter(pk__in=sections).order_by("name").values_list("slug", "name")
    found = list(rows[: MOST_WARDS + 1])
    return found if len(found) <= MOST_WARDS else []
