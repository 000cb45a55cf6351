"""One window of a team is free, for whoever joins; not in a ward whose team stopped."""

from __future__ import annotations

import pytest
from django.test import Client

from wijkteams.models import Wijk, WijkteamPage


@pytest.mark.parametrize(
    ("status", "is_free"), [("actief", True), ("slapend", True), ("gestopt", False)]
)
def test_a_window_is_free_as_long_as_there_is_a_team(
    client: Client, haven: Wijk, status: str, is_free: bool
) -> None:
    WijkteamPage.objects.get(wijk=haven).teamleden.create(name="Ria")
    haven.status = status
    haven.save()

    for path in ("/havenkwartier/", "/havenkwartier/wijkteam/"):
        html = client.get(path).content.decode()
        assert ("window--free" in html) is is_free, path
