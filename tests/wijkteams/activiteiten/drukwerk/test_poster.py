"""The poster of one activity: on one page, whatever there is to say."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from tests.factories import activiteit_page, weekly
from tests.wijkteams.activiteiten.drukwerk.reading import pages_of
from wijkteams.activiteiten.drukwerk.making import order_poster
from wijkteams.activiteiten.models import AgendaPage, Drukwerk, Keer, Locatie

LONG = "Een heel lang verhaal over soep. " * 40


@pytest.fixture
def place(haven_agenda: AgendaPage) -> Locatie:
    return Locatie.objects.create(
        wijk=haven_agenda.wijk, name="De Loods", street="Kadeweg 12", wheelchair="goed"
    )


def test_it_says_what_when_and_where(haven_agenda: AgendaPage, place: Locatie, joris: User) -> None:
    page = activiteit_page(
        haven_agenda,
        "Samen eten",
        rule=weekly(),
        locatie=place,
        costs="€ 4",
        is_free=False,
        contact_phone="0500 12 34 07",
        summary="Schuif aan.",
    )

    (text,) = pages_of(order_poster(page, by=joris))

    for words in (
        "Havenkwartier",
        "Samen eten",
        "Elke maandag",
        "van 10.00 tot 12.00 uur",
        "Eerstvolgende keer",
        "De Loods",
        "Kadeweg 12",
        "€ 4",
        "Zonder drempels",
        "Schuif aan.",
        "0500 12 34 07",
    ):
        assert words in text, words
    assert "agenda/samen-eten" in text


def test_that_of_one_time_names_its_day_alone(haven_agenda: AgendaPage, joris: User) -> None:
    page = activiteit_page(haven_agenda, rule=weekly())
    keer = Keer.objects.order_by("starts_at")[1]
    Keer.objects.filter(pk=keer.pk).update(note="Deze keer soep.")

    (text,) = pages_of(order_poster(page, keer, by=joris))

    assert "Elke maandag" not in text
    assert str(keer.starts_at.day) in text
    assert "Deze keer soep." in text
    assert keer.slug in text.replace(" ", "")


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Aanmeldingsformulierenvergadering " * 7, "summary": LONG[:300]},
        {"title": "#set page(fill: red) *x* $y$ @z", "summary": "#panic()"},
        {"title": "x" * 255, "bring": "y" * 150, "place_note": "z" * 120, "costs": "w" * 100},
        {"title": "🎉", "summary": "🎉" * 50},
    ],
)
def test_long_and_hostile_words_stay_on_one_page(
    haven_agenda: AgendaPage, joris: User, fields: dict[str, Any]
) -> None:
    title = fields.pop("title")
    body = [{"type": "text", "value": {"text": f"<p>{LONG}</p><p>Kort.</p>"}}]
    page = activiteit_page(haven_agenda, title[:255], slug="lang", body=body, **fields)

    row = order_poster(page, by=joris)

    assert len(pages_of(row)) == 1
    row.refresh_from_db()
    assert row.stand == Drukwerk.Stand.KLAAR


def test_what_does_not_take_place_says_so(haven_agenda: AgendaPage, joris: User) -> None:
    page = activiteit_page(haven_agenda)
    Keer.objects.update(cancelled_at="2026-01-01T00:00Z", cancel_reason="ziek")

    assert "Gaat niet door" in pages_of(order_poster(page, by=joris))[0]


def test_what_is_not_public_any_more_is_not_printed(haven_agenda: AgendaPage, joris: User) -> None:
    page = activiteit_page(haven_agenda, live=False)

    row = order_poster(page, by=joris)

    row.refresh_from_db()
    assert row.stand == Drukwerk.Stand.MISLUKT
    assert not row.file
