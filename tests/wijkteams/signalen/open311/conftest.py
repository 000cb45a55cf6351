from __future__ import annotations

import pytest

from wijkteams.models import Wijk
from wijkteams.signalen.models import Open311Sleutel
from wijkteams.signalen.open311.keys import give_key

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.70, 52.00], [4.72, 52.00], [4.72, 52.02], [4.70, 52.02], [4.70, 52.00]]],
}


@pytest.fixture
def bounded(haven: Wijk) -> Wijk:
    """Havenkwartier as a square around (52.01, 4.71)."""
    Wijk.objects.filter(pk=haven.pk).update(boundary=SQUARE)
    haven.refresh_from_db()
    return haven


@pytest.fixture
def api_key(db: None) -> str:
    """A key that may tell of all wards."""
    row = Open311Sleutel(name="App van de corporatie")
    key = give_key(row)
    row.save()
    return key
