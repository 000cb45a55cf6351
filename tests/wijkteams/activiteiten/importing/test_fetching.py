"""Sources are read by a task; what goes wrong is said on their screen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.core.fetching.listener import listening, said
from tests.wijkteams.activiteiten.importing.calendars import calendar, event
from wijkteams.activiteiten.importing import fetching
from wijkteams.activiteiten.importing.fetching import ask, fetch_source, fetch_sources
from wijkteams.activiteiten.models import AgendaPage, Bron


@pytest.fixture
def bieb(haven_agenda: AgendaPage) -> Bron:
    return Bron.objects.create(wijk=haven_agenda.wijk, name="Bieb", address="https://b.example/")


def at(bron: Bron, address: str) -> Bron:
    bron.address = address
    bron.save()
    return bron


def test_an_address_is_read_and_not_sent_again_when_nothing_changed(
    bieb: Bron, settings: Any
) -> None:
    answers = said(calendar(event()), 'ETag: "a1"'), b"HTTP/1.1 304 Not Modified\r\n\r\n"
    with listening(*answers) as site:
        settings.FETCH_LOCAL_PORTS = frozenset({site.port})
        ask(at(bieb, site.address))
        bieb.refresh_from_db()
        assert (bieb.stand, bieb.error, bieb.etag) == ("rust", "", '"a1"')
        assert bieb.fetched_at is not None
        assert bieb.gevonden.count() == 1
        ask(bieb)

    assert b'If-None-Match: "a1"' in site.asked[1]
    bieb.refresh_from_db()
    assert bieb.gevonden.count() == 1
    assert bieb.error == ""


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (said(b"<html>", kind="text/html"), "iets anders"),
        (said(b"<html>", kind="text/plain"), "geen kalender"),
        (said(calendar(event())[:-20]), "niet compleet"),
        (said(b"", status="503 Weg"), "503"),
    ],
)
def test_what_goes_wrong_is_said_and_changes_nothing(
    bieb: Bron, settings: Any, answer: bytes, words: str
) -> None:
    with listening(said(calendar(event())), answer) as site:
        settings.FETCH_LOCAL_PORTS = frozenset({site.port})
        ask(at(bieb, site.address))
        ask(bieb)

    bieb.refresh_from_db()
    assert words in bieb.error
    assert (bieb.stand, bieb.failures) == ("rust", 1)
    assert bieb.gevonden.count() == 1


def test_addresses_inside_are_not_asked(bieb: Bron, settings: Any) -> None:
    with listening(said(calendar(event()))) as inside:
        settings.FETCH_LOCAL_PORTS = frozenset()
        ask(at(bieb, f"https://127.0.0.1:{inside.port}/"))
        ask(at(bieb, "https://127.0.0.1/"))

    assert inside.asked == []
    bieb.refresh_from_db()
    assert "openbare site" in bieb.error


def test_a_mistake_of_ours_stops_no_other_source(
    bieb: Bron, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*of: Any, **more: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(fetching, "fetch", broken)
    ask(bieb)

    bieb.refresh_from_db()
    assert (bieb.stand, bieb.error) == ("rust", "Deze kalender kunnen we niet lezen.")


def test_each_source_is_read_once_a_day_and_after_a_failure_somewhat_sooner(
    bieb: Bron, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "fetch_source", _Counted())
    now = timezone.now()
    Bron.objects.create(wijk=bieb.wijk, name="Uit", address="https://x.example/", active=False)
    Bron.objects.create(wijk=bieb.wijk, name="Bestand")
    cases = [
        ({"fetched_at": None, "asked_at": None}, 1),
        ({"fetched_at": now - timedelta(hours=5), "asked_at": now - timedelta(hours=5)}, 0),
        ({"fetched_at": now - timedelta(hours=30), "asked_at": now - timedelta(hours=30)}, 1),
        ({"fetched_at": now - timedelta(hours=30), "asked_at": now - timedelta(hours=1)}, 0),
        ({"fetched_at": None, "asked_at": now - timedelta(hours=4)}, 1),
    ]
    for values, expected in cases:
        Bron.objects.filter(pk=bieb.pk).update(stand="rust", **values)
        assert fetch_sources.call() == expected


class _Counted:
    def enqueue(self, pk: int) -> None:
        """Nothing happens."""


def test_nobody_asks_twice_at_the_same_time(bieb: Bron, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "fetch_source", _Counted())

    assert ask(bieb)
    assert not ask(bieb)
    Bron.objects.update(asked_at=timezone.now() - timedelta(minutes=11))
    assert ask(bieb)


def test_a_source_that_is_gone_meanwhile_is_nothing(bieb: Bron) -> None:
    pk = bieb.pk
    bieb.delete()

    fetch_source.call(pk)
