"""Kept answers go when what they show of a signal changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories.signalen import confidential, signal
from wijkteams.models import Wijk
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Klasse, Openbaarheid, Signaal, Staat
from wijkteams.signalen.openbaar import choosing, keeping

CHANGES: dict[str, Callable[[Signaal, Signaal], Any]] = {
    "step": lambda one, _other: services.step(one.pk, Staat.OPGEPAKT),
    "hide": lambda one, _other: services.show(one.pk, Openbaarheid.VERBORGEN),
    "close": lambda one, _other: services.classify(one.pk, Klasse.VERTROUWELIJK),
    "merge": lambda one, other: merging.merge(other.pk, [one.pk], None),
}


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys that were dropped."""
    found: list[str] = []
    monkeypatch.setattr(keeping.page_cache, "drop", lambda *keys: found.extend(keys))
    return found


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
@pytest.mark.parametrize("page", ["/", "/havenkwartier/", "list", "city", "feed", "own"])
def test_every_page_that_shows_a_signal_goes_with_it(
    client: Client,
    haven: Wijk,
    dropped: list[str],
    change: Callable[[Signaal, Signaal], Any],
    page: str,
) -> None:
    one, other = signal(haven), signal(haven, titel="Een ander")
    places = {
        "list": "/havenkwartier/signalen/",
        "city": "/signalen/",
        "feed": "/havenkwartier/signalen/rss.xml",
        "own": f"/havenkwartier/signalen/{one.code}/",
    }
    shown: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choosing.page_cache, "shows", lambda *keys: shown.extend(keys))
        assert client.get(places.get(page, page)).status_code == 200
    dropped.clear()
    change(one, other)
    assert set(shown) & set(dropped)


def test_a_confidential_one_empties_nothing_when_it_is_told(
    haven: Wijk, dropped: list[str]
) -> None:
    confidential(haven)
    assert not dropped
