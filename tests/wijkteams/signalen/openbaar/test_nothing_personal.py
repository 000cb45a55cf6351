"""Personal fields never appear in public output: all formats × states × classes (R-41, G4)."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.factories.signalen import category
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Klasse, Melder, Openbaarheid, Opvolging, Signaal, Staat

FORMATS = (
    "/",
    "/havenkwartier/",
    "/signalen/",
    "/havenkwartier/signalen/",
    "/havenkwartier/signalen/?q=geheim",
    "/havenkwartier/signalen/rss.xml",
    "/signalen/rss.xml",
    "/havenkwartier/signalen/signalen.geojson",
    "/signalen/signalen.geojson",
    "/havenkwartier/signalen/signalen.csv",
    "/signalen/signalen.csv",
    "/zoeken/?q=geheim",
    "/sitemap.xml",
    "/georeport/v2/requests.json",
    "/georeport/v2/requests.xml",
)
NEVER = (
    "Naam-van-melder",
    "melder@geheim.example",
    "0612345678",
    "Straat 77",
    "52.0123456",
    "interne-notitie",
    "joris@sluisdam.example",
)
"Of who told it, of where exactly, and of the team: in no class and no state."
CASES = list(product(Klasse, Staat, Openbaarheid))


def words_of(klasse: str, staat: str, openbaarheid: str) -> str:
    """The own words of one signal, that can be told from all others."""
    return f"geheim-{klasse}-{staat}-{openbaarheid}"


@pytest.fixture
def told(haven: Wijk, joris: User) -> dict[str, Signaal]:
    """A signal of each class in each state, public or not."""
    found = {}
    for klasse, staat, openbaarheid in CASES:
        words = words_of(klasse, staat, openbaarheid)
        fields: dict[str, Any] = {"titel": words, "tekst": f"{words} lang", "staat": staat}
        one = services.tell(
            Signaal(
                wijk=haven,
                categorie=category(f"soort-{klasse}", klasse),
                latitude=52.0123456789,
                longitude=4.7123456789,
                plaats_tekst="Straat 77",
                ingevoerd_door=joris,
                **fields,
            ),
            melder=Melder(
                name="Naam-van-melder", email="melder@geheim.example", phone="0612345678"
            ),
        )
        Opvolging.objects.create(
            signaal=one, van=staat, naar=staat, door=joris, interne_notitie="interne-notitie"
        )
        # As if a mistake had put a confidential one on the site.
        Signaal.objects.filter(pk=one.pk).update(openbaarheid=openbaarheid)
        found[words] = one
    return found


def read(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    if response.streaming:
        return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    return response.content.decode()


def test_no_format_shows_more_than_all_may_know(client: Client, told: dict[str, Signaal]) -> None:
    pages = {url: read(client, url) for url in FORMATS}
    for words, one in told.items():
        answer = client.get(f"/havenkwartier/signalen/{one.code}/")
        seen = one.klasse != Klasse.VERTROUWELIJK and words.endswith("-openbaar")
        assert (answer.status_code == 200) is seen, words
        if seen:
            pages[words] = answer.content.decode()
    for url, text in pages.items():
        for secret in NEVER:
            assert secret not in text, (url, secret)
        for words, one in told.items():
            if one.klasse != Klasse.OPENBAAR or not words.endswith("-openbaar"):
                assert words not in text, (url, words)
                is_hidden = one.klasse == Klasse.VERTROUWELIJK or not words.endswith("-openbaar")
                assert not is_hidden or one.code not in text, (url, one.code)


def test_what_all_may_know_is_there(client: Client, told: dict[str, Signaal]) -> None:
    """The negative control: the words are found where they may stand."""
    for url in FORMATS:
        if url not in ("/", "/havenkwartier/", "/zoeken/?q=geheim", "/sitemap.xml"):
            assert words_of(Klasse.OPENBAAR, Staat.NIEUW, Openbaarheid.OPENBAAR) in read(
                client, f"{url}{'&' if '?' in url else '?'}staat=nieuw&status=open"
            ), url
