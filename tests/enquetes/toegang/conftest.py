"""A survey to come in to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from enquetes.models import Enquete, EnqueteIndexPage
from tests.factories.enquetes import survey
from wijkteams.models import Wijk

Make = Callable[..., Enquete]


@pytest.fixture
def make(haven: Wijk) -> Make:
    """Make a survey of Havenkwartier."""

    def _make(toegang: str = "open", **fields: Any) -> Enquete:
        index = EnqueteIndexPage.objects.get(wijk=haven)
        return survey(index, toegang=toegang, **fields)

    return _make
