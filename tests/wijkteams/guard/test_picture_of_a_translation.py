"""The editor of translations asks for the picture that a page has; of the own ward only."""

from __future__ import annotations

from django.test import Client

from tests.factories import photo
from wijkteams.models import Wijk

ADDRESS = "/beheer/api/main/images/{}/"


def test_an_editor_sees_a_picture_of_the_own_ward(as_joris: Client, haven: Wijk) -> None:
    own = photo(haven, title="De kade bij avond")

    answer = as_joris.get(ADDRESS.format(own.pk))

    assert answer.status_code == 200
    assert "De kade bij avond" in answer.content.decode()


def test_a_picture_of_another_ward_stays_closed(as_joris: Client, sluis: Wijk) -> None:
    other = photo(sluis, title="GEHEIM")

    answer = as_joris.get(ADDRESS.format(other.pk), follow=True)

    assert "GEHEIM" not in answer.content.decode()
    assert answer.redirect_chain or answer.status_code in {403, 404}
