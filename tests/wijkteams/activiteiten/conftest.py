from __future__ import annotations

import pytest

from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Wijk


@pytest.fixture
def haven_agenda(haven: Wijk) -> AgendaPage:
    """The agenda of Havenkwartier."""
    return AgendaPage.objects.get(wijk=haven)


@pytest.fixture
def sluis_agenda(sluis: Wijk) -> AgendaPage:
    """The agenda of Oude Sluis."""
    return AgendaPage.objects.get(wijk=sluis)
