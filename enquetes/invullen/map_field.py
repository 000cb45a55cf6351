"""'Plek op de kaart': a place in the ward of a survey, or in the city."""

from __future__ import annotations

from typing import Any

from django import forms

from enquetes.models import Enquete
from enquetes.vragen import Vraag
from wijkteams.maps.plattegrond import plattegrond_of
from wijkteams.maps.point_field import MapField


class NoMapField(forms.Field):
    """When no border is known there is nothing to point at: the question says so."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Any:
        return None


def map_point(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Plek op de kaart'."""
    ground = plattegrond_of(enquete.wijk_id) if enquete is not None else None
    return MapField(ground) if ground is not None else NoMapField()
