"""'Respons' in the CMS (requirement S12): how many answered, from where, and never what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.models import Deelname, Enquete, EnqueteIndexPage, EnquetePage, Envelop, Inzending
from enquetes.overzicht.response import response_of
from tests.counting import count_queries
from tests.factories.enquetes import key, survey
from wijkteams.models import Buurt, Kerncijfer, Wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def honden(haven: Wijk) -> Enquete:
    """An open survey of Havenkwartier that hopes for 200 answers."""
    return survey(
        EnqueteIndexPage.objects.get(wijk=haven), doel=200, closes_at=timezone.now() + 5 * DAY
    )


DAY = timedelta(days=1)


def buurten(wijk: Wijk, *names: str) -> list[Buurt]:
    """Neighbourhoods of a ward."""
    return [Buurt.objects.create(wijk=wijk, name=name, slug=name.lower()) for name in names]


def answered(
    enquete: Enquete, number: int, buurt: Buurt | None = None, kanaal: str = "web"
) -> None:
    """So many answers."""
    Inzending.objects.bulk_create(
        Inzending(
            enquete=enquete,
            versie=enquete.versie,
            dag=timezone.localdate(),
            buurt=buurt,
            kanaal=kanaal,
            antwoorden={key(1): "GEHEIM-ANTWOORD"},
        )
        for _number in range(number)
    )


def read(client: Client, enquete: Enquete) -> str:
    """The screen."""
    response = client.get(f"/beheer/enquetes/{enquete.pk}/respons/")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_a_team_sees_numbers_and_no_answer(as_joris: Client, haven: Wijk, honden: Enquete) -> None:
    kade, veld = buurten(haven, "Kade", "Loodsveld")
    answered(honden, 30, kade)
    answered(honden, 3, veld, "papier")
    answered(honden, 7)
    Kerncijfer.objects.create(wijk=haven, indicator="huishoudens", jaar=2025, waarde=400)

    html = read(as_joris, honden)

    assert "van de 200 die jullie hopen (20%)" in html
    assert "10%" in html
    assert "GEHEIM-ANTWOORD" not in html
    found = response_of(Enquete.objects.get(pk=honden.pk))
    assert [(line.name, line.answers, line.is_behind) for line in found.buurten] == [
        ("Kade", 30, False),
        ("Loodsveld", 3, True),
    ]
    assert found.elsewhere == 7


def test_codes_that_were_used_are_counted_per_buurt(haven: Wijk, honden: Enquete) -> None:
    (kade,) = buurten(haven, "Kade")
    Deelname.objects.bulk_create(
        Deelname(
            enquete=honden,
            soort="huiscode",
            digest=f"{number}",
            nummer=number,
            buurt=kade,
            used=number < 3,
        )
        for number in range(12)
    )

    (line,) = response_of(honden).buurten

    assert (line.codes, line.used, line.percent_used) == (12, 3, 25)


def test_what_waits_for_others_is_told_and_not_counted(as_joris: Client, honden: Enquete) -> None:
    Envelop.objects.create(enquete=honden, inhoud=b"x", dag=timezone.localdate())

    html = read(as_joris, honden)

    assert "1 antwoord is onderweg." in html
    assert response_of(honden).answers == 0


def test_who_may_make_a_newsletter_is_led_to_one(as_joris: Client, honden: Enquete) -> None:
    html = read(as_joris, honden)

    assert "Herinner in de nieuwsbrief" in html
    assert "/beheer/enquetes/papier/" in html


def test_another_ward_and_a_resident_see_nothing(
    as_fatma: Client, client: Client, honden: Enquete
) -> None:
    url = f"/beheer/enquetes/{honden.pk}/respons/"

    assert as_fatma.get(url).status_code in (302, 403, 404)
    assert "Honden" not in as_fatma.get(url, follow=True).content.decode()
    assert client.get(url).status_code == 302


def test_the_dashboard_tells_what_is_open_and_what_waits(
    as_joris: Client, as_fatma: Client, haven: Wijk, honden: Enquete
) -> None:
    answered(honden, 12)
    over = timezone.now() - DAY
    survey(EnqueteIndexPage.objects.get(wijk=haven), title="Verkeer", closes_at=over)

    html = " ".join(as_joris.get("/beheer/").content.decode().split())

    assert "12 van de 200 ingevuld" in html
    assert "bewoners wachten op de uitslag" in html
    assert "12 van de 200 ingevuld" not in as_fatma.get("/beheer/").content.decode()


def test_many_answers_cost_no_more_questions(
    as_joris: Client, haven: Wijk, honden: Enquete
) -> None:
    kade, *_rest = buurten(haven, "Kade", "Veld", "Dijk")
    read(as_joris, honden)
    few = count_queries(lambda: read(as_joris, honden))
    answered(honden, 50, kade)
    answered(honden, 50, None, "telefoon")

    assert count_queries(lambda: read(as_joris, honden)) == few


def test_the_page_is_made_anew_when_answers_are_laid_down(
    client: Client, honden: Enquete, monkeypatch: pytest.MonkeyPatch
) -> None:
    from enquetes.bus.signals import laid_down

    gone: list[str] = []
    monkeypatch.setattr("core.page_cache.drop", lambda *keys: gone.extend(keys))

    laid_down.send(Enquete, enquete=honden, inzendingen=[])

    page = EnquetePage.objects.get(translation_key=honden.translation_key)
    assert f"pagina:{page.pk}" in gone
