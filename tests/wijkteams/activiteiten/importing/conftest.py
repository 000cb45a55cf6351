from __future__ import annotations

import pytest

from wijkteams.activiteiten.models import AgendaPage, Bron


@pytest.fixture
def bieb(haven_agenda: AgendaPage) -> Bron:
    """The calendar of a library; what is new is looked at first."""
    address = "https://bieb.example/a.ics"
    return Bron.objects.create(wijk=haven_agenda.wijk, name="Bibliotheek", address=address)
