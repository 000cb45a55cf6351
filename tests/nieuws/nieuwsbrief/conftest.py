"""The newsletters and the agenda of a ward."""

from __future__ import annotations

import pytest

from nieuws.models import NieuwsbriefIndexPage
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Wijk


@pytest.fixture
def haven_letters(haven: Wijk) -> NieuwsbriefIndexPage:
    """The newsletters of Havenkwartier."""
    return NieuwsbriefIndexPage.objects.get(wijk=haven)


@pytest.fixture
def haven_agenda(haven: Wijk) -> AgendaPage:
    """The agenda of Havenkwartier."""
    return AgendaPage.objects.get(wijk=haven)
