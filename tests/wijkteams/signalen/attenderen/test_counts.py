"""How many get mail about signals, in the CMS."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.wijkteams.signalen.attenderen.test_asking import ANS
from wijkteams.models import Wijk
from wijkteams.signalen.models import Attendering

SCREEN = "/beheer/signalen/attenderingen/"


def test_the_team_sees_the_numbers_of_its_own_ward_and_no_address(
    client: Client, haven: Wijk, sluis: Wijk, fatma: User, joris: User
) -> None:
    now = timezone.now()
    for wijk in (haven, sluis):
        Attendering.objects.create(wijk=wijk, email=ANS, bevestigd_op=now)
    client.force_login(fatma)
    shown = client.get(SCREEN).content.decode()
    assert "<td>1</td>" in shown
    assert "Oude Sluis" in shown
    assert ANS not in shown
    assert 'scope="row">\n                Havenkwartier' not in shown
