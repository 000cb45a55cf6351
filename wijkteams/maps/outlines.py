"""What the map with script needs: outlines from our own server, and tiles only if the city wants.

Without script the same outlines are a drawing (`wijkteams.maps`); without tiles as well.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from wijkteams.maps.plattegrond import rings_of
from wijkteams.models import Wijk

MOST_WARDS = 60
"More wards at once are no outline on a telephone, but a download."
FRESH = 86_400


def map_data(wijk: Wijk | None) -> dict[str, str]:
    """For the attributes of an element that `static/js/kaart.js` makes a map of."""
    return {
        "outline_url": reverse("signaal_omtrek", args=[wijk.slug if wijk else "stad"]),
        "tile_url": settings.TILE_URL,
        "tile_source": settings.TILE_SOURCE,
    }


@require_safe
def omtrek(request: HttpRequest, slug: str) -> HttpResponse:
    """The outline of a ward and its neighbourhoods, or of all wards, as GeoJSON."""
    wijken = Wijk.objects.exclude(boundary=None)
    if slug != "stad":
        wijken = wijken.filter(slug=slug)
    found = list(wijken[:MOST_WARDS])
    if not found and slug != "stad":
        raise Http404
    features = [_feature(one.name, "wijk", one.boundary) for one in found]
    if slug != "stad":
        for buurt in found[0].buurten.exclude(boundary=None):
            features.append(_feature(buurt.name, "buurt", buurt.boundary))
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    response = HttpResponse(text, content_type="application/geo+json")
    response["Cache-Control"] = f"public, max-age={FRESH}"
    return response


def _feature(name: str, kind: str, boundary: Any) -> dict[str, Any]:
    coordinates = [[[round(x, 5), round(y, 5)] for x, y in ring] for ring in rings_of(boundary)]
    return {
        "type": "Feature",
        "properties": {"naam": name, "soort": kind},
        "geometry": {"type": "MultiPolygon", "coordinates": [[one] for one in coordinates]},
    }
