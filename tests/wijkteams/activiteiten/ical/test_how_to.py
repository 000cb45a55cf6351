"""'Zet in mijn agenda': where a page says that its calendar is to be had."""

from __future__ import annotations

from django.test import Client

from tests.factories.activiteiten import activiteit_page, weekly
from wijkteams.activiteiten.models import Activiteit, AgendaPage
from wijkteams.models import Thema

WARD = "/havenkwartier/agenda/"


def test_agenda_says_where_its_calendar_is(client: Client, haven_agenda: AgendaPage) -> None:
    text = client.get(WARD).content.decode()

    assert "Zet in mijn agenda" in text
    assert 'href="webcal://testserver/havenkwartier/agenda/agenda.ics"' in text
    assert 'href="/havenkwartier/agenda/rss.xml"' in text
    assert client.get("/havenkwartier/agenda/agenda.ics").status_code == 200


def test_agenda_of_a_theme_offers_that_calendar(client: Client, haven_agenda: AgendaPage) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    page = activiteit_page(haven_agenda)
    page.themas.add(groen)
    page.save()

    assert "agenda.ics?thema=groen" in client.get(f"{WARD}?thema=groen").content.decode()
    assert "agenda.ics?thema" not in client.get(f"{WARD}?thema=bestaat-niet").content.decode()


def test_one_time_offers_itself_and_the_whole(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))
    second = Activiteit.objects.get().keren.all()[1]
    address = f"{WARD}{page.slug}/"

    text = client.get(f"{address}{second.slug}/").content.decode()

    for offered in (f"{address}{second.slug}.ics", f"{address}activiteit.ics"):
        assert f'href="{offered}"' in text
        assert client.get(offered).status_code == 200
