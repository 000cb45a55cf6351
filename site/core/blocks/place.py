from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .ground import Ground
from .groups import WAYS_ON

OSM = "https://www.openstreetmap.org/"
LATITUDES = (50.7, 53.7)
LONGITUDES = (3.2, 7.3)


class PlaceValue(blocks.StructValue):
    """A place on earth, if it is known where."""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude; None unless both make sense."""
        try:
            here = float(self.get("latitude")), float(self.get("longitude"))
        except (TypeError, ValueError):
            return None
        return here if _within(here[0], LATITUDES) and _within(here[1], LONGITUDES) else None

    @property
    def map_url(self) -> str:
        """The place on OpenStreetMap: the point itself, else a search for the address."""
        if self.point is not None:
            latitude, longitude = (f"{degrees:.5f}" for degrees in self.point)
            marker = urlencode({"mlat": latitude, "mlon": longitude})
            return f"{OSM}?{marker}#map=18/{latitude}/{longitude}"
        return f"{OSM}search?{urlencode({'query': self.get('address') or self.get('name') or ''})}"


class PlaceBlock(blocks.StructBlock):
    """Where something is: an address, and a dot on the outline of the area."""

    name = blocks.CharBlock(
        label=gettext_lazy("naam van de plek"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: 'Buurthuis De Kajuit'."),
    )
    address = blocks.CharBlock(
        label=gettext_lazy("adres"),
        max_length=200,
        help_text=gettext_lazy("Bijvoorbeeld: 'Kade 4, 1234 AB Sluisdam'."),
    )
    latitude = blocks.FloatBlock(
        label=gettext_lazy("breedtegraad"),
        required=False,
        help_text=gettext_lazy(
            "Voor de stip op het kaartje. Op openstreetmap.org: klik met rechts op de plek en kies "
            "'Toon adres'. Het eerste getal, bijvoorbeeld: 52.0067. Leeg: geen stip."
        ),
    )
    longitude = blocks.FloatBlock(
        label=gettext_lazy("lengtegraad"),
        required=False,
        help_text=gettext_lazy("Het tweede getal, bijvoorbeeld: 4.0121."),
    )
    note = blocks.CharBlock(
        label=gettext_lazy("hoe kom je er?"),
        required=False,
        max_length=250,
        help_text=gettext_lazy("Bijvoorbeeld: 'Ingang aan het water, naast de brug. Met lift.'"),
    )

    class Meta:
        icon = "globe"
        label = gettext_lazy("Plek op de kaart")
        description = gettext_lazy("Een adres met een stip op de kaart van je wijk.")
        group = WAYS_ON
        template = "blocks/place.html"
        value_class = PlaceValue
        preview_value = {
            "name": gettext_lazy("Buurthuis De Kajuit"),
            "address": "Kade 4, Sluisdam",
            "latitude": 52.0067,
            "longitude": 4.0121,
            "note": gettext_lazy("Ingang aan het water, naast de brug."),
        }

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        errors: dict[str, ValidationError] = {}
        for name, other, limits in (
            ("latitude", "longitude", LATITUDES),
            ("longitude", "latitude", LONGITUDES),
        ):
            degrees = cleaned.get(name)
            if degrees is None and cleaned.get(other) is not None:
                errors[name] = ValidationError(_("Vul allebei de getallen in, of geen van beide."))
            if degrees is not None and not _within(degrees, limits):
                errors[name] = ValidationError(_outside(limits))
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        return {**(parent_context or {}), "ground": _sample_ground}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        find = context.get("ground")
        ground: Ground | None = find() if callable(find) and value.point else None
        dot = ground.dot(*value.point) if ground and value.point else None
        return {**context, "ground": ground, "dot": dot}


def _sample_ground() -> Ground:
    url = static("img/stijl/omtrek.svg")
    return Ground(_("Havenkwartier"), url, 240, 6, west=4.0, south=52.0, east=4.02, north=52.012)


def _within(degrees: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= degrees <= limits[1]


def _outside(limits: tuple[float, float]) -> str:
    return _("Dat is niet in Nederland: het getal ligt tussen %(low)s en %(high)s.") % {
        "low": limits[0],
        "high": limits[1],
    }
