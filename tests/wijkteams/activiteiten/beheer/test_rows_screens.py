"""Places, school holidays, their region, and what the dashboard says of agendas."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import activiteit_page, next_monday, weekly
from tests.wijkteams.activiteiten.beheer.answers import answers, edit_url
from wijkteams.activiteiten.models import (
    Aanmelding,
    Activiteit,
    ActiviteitPage,
    AgendaPage,
    Keer,
    Locatie,
    Vakantie,
)
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def comes(keer: Keer, number: int = 1) -> None:
    """So many people come."""
    for _ in range(number):
        code = str(Aanmelding.objects.count())
        Aanmelding.objects.create(
            activiteit=keer.activiteit,
            keer=keer,
            status="bevestigd",
            name="Truus",
            code=code,
            request_key=code,
        )


def test_a_place_is_made_for_the_own_ward_with_a_comma_in_its_degrees(
    as_joris: Client, haven: Wijk, sluis: Wijk
) -> None:
    given = {"name": "De Brug", "wheelchair": "goed", "latitude": "52,01", "longitude": "4,71"}
    as_joris.post(reverse("locatie:add"), given | {"wijk": str(sluis.pk)})
    assert not Locatie.objects.exists()

    as_joris.post(reverse("locatie:add"), given | {"wijk": str(haven.pk)})
    place = Locatie.objects.get()
    assert (place.wijk, place.latitude, place.longitude) == (haven, 52.01, 4.71)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"latitude": "52,01"}, "Vul allebei de getallen in"),
        ({"latitude": "91", "longitude": "4"}, "90"),
        ({"latitude": "noord", "longitude": "4"}, "Vul een"),
        ({"latitude": "nan", "longitude": "4"}, "Vul een"),
        ({"name": "de brug"}, "Deze plek is er al."),
    ],
)
def test_wrong_places_are_refused(
    as_joris: Client, haven: Wijk, given: dict[str, str], said: str
) -> None:
    Locatie.objects.create(wijk=haven, name="De Brug")
    sent = {"name": "Het Anker", "wheelchair": "goed", "wijk": str(haven.pk)} | given
    html = as_joris.post(reverse("locatie:add"), sent).content.decode()

    assert said in html
    assert Locatie.objects.count() == 1


def test_places_of_another_ward_are_not_seen_or_changed(
    as_joris: Client, haven: Wijk, sluis: Wijk
) -> None:
    place = Locatie.objects.create(wijk=sluis, name="De Sluiswachter")

    assert "De Sluiswachter" not in as_joris.get(reverse("locatie:index")).content.decode()
    for screen in ("edit", "delete"):
        response = as_joris.post(reverse(f"locatie:{screen}", args=[place.pk]), {"name": "Weg"})
        assert response.status_code in {302, 403, 404}
    place.refresh_from_db()
    assert place.name == "De Sluiswachter"


def test_holidays_are_the_citys(as_joris: Client, as_bea: Client) -> None:
    given = {"name": "Kerst", "first_day": "19-12-2026", "last_day": "03-01-2027"}
    as_joris.post(reverse("vakantie:add"), given)
    assert not Vakantie.objects.exists()
    assert "Schoolvakanties" not in as_joris.get("/beheer/").content.decode()

    assert "rijksoverheid.nl" in as_bea.get(reverse("vakantie:index")).content.decode()
    as_bea.post(reverse("vakantie:add"), given | {"regions": ["midden"]})
    found = Vakantie.objects.get()
    assert found.regions == ["midden"]

    html = as_bea.post(reverse("vakantie:add"), given | {"regions": ["midden"]}).content.decode()
    assert "Deze vakantie staat al in de lijst." in html
    wrong = given | {"first_day": "04-01-2027"}
    html = as_bea.post(reverse("vakantie:add"), wrong).content.decode()
    assert "De laatste dag ligt voor de eerste dag." in html
    as_bea.post(reverse("vakantie:delete", args=[found.pk]))
    assert not Vakantie.objects.exists()


def test_region_can_be_chosen_by_the_city(as_bea: Client, as_joris: Client) -> None:
    url = reverse("wagtailsettings:edit", args=["activiteiten", "agendainstellingen"])
    assert as_bea.get(url, follow=True).status_code == 200
    assert as_joris.get(url).status_code in {302, 403}


def test_dashboard_leads_to_the_agenda(as_joris: Client, haven_agenda: AgendaPage) -> None:
    html = as_joris.get("/beheer/").content.decode()

    assert "Zet een activiteit in de agenda" in html
    assert f"/activiteiten/activiteitpage/{haven_agenda.pk}/" in html
    assert "Bekijk de agenda" in html


def test_dashboard_says_what_is_full_cancelled_or_over(
    as_joris: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    limited = {"inschrijving": "beperkt", "capacity": 2}
    full = activiteit_page(haven_agenda, "Vol bootje", **limited)
    activiteit_page(haven_agenda, "Lege boot", **limited)
    theirs = activiteit_page(sluis_agenda, "Volle sluis", **limited)
    over = activiteit_page(haven_agenda, "Oud feest", **limited)
    for page in (full, theirs, over):
        comes(Keer.objects.get(activiteit__translation_key=page.translation_key), 2)
    old = timezone.now() - timedelta(days=2)
    Keer.objects.filter(activiteit__translation_key=over.translation_key).update(
        starts_at=old, ends_at=old + timedelta(hours=1)
    )
    html = as_joris.get("/beheer/").content.decode()

    assert "Vol bootje" in html
    assert "Oud feest" in html
    assert "Hoe was het? Schrijf het op" in html
    assert "Lege boot" not in html
    assert "Volle sluis" not in html


def test_fewer_places_than_people_is_refused_with_how_many_would_lose_theirs(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(), inschrijving="beperkt", capacity=10)
    comes(Keer.objects.all()[3], 5)
    sent = answers() | {"wanneer-repeats": "weekly", "inschrijving": "beperkt", "slug": page.slug}
    html = as_joris.post(edit_url(page), sent | {"capacity": "3"}).content.decode()
    assert "komen al 5 mensen: dan verliezen 2 mensen hun plek" in html
    assert Activiteit.objects.get().capacity == 10

    as_joris.post(edit_url(page), sent | {"capacity": "5"})
    assert Activiteit.objects.get().capacity == 5


def test_what_people_signed_up_for_does_not_change_under_them(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(), inschrijving="open")
    comes(Keer.objects.all()[3])
    sent = answers() | {"wanneer-repeats": "weekly", "inschrijving": "open", "bereik": "reeks"}
    html = as_joris.post(edit_url(page), sent | {"slug": page.slug}).content.decode()

    assert "dan weten we niet voor welke dag" in html


def test_moving_a_series_takes_everybody_along(as_joris: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=6), inschrijving="open")
    third = Keer.objects.all()[2]
    comes(third)
    tuesday = next_monday() + timedelta(days=1)
    sent = answers(start=tuesday) | {"wanneer-repeats": "weekly", "wanneer-count": "6"}
    as_joris.post(edit_url(page), sent | {"inschrijving": "open", "slug": page.slug})

    row = Aanmelding.objects.get()
    assert row.keer is not None
    assert timezone.localtime(row.keer.starts_at).date() == (tuesday + timedelta(weeks=2)).date()
    assert Keer.objects.count() == 6


def test_removing_warns_of_who_signed_up(as_joris: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, inschrijving="open")
    comes(Keer.objects.get(), 2)
    html = as_joris.get(reverse("wagtailadmin_pages:delete", args=[page.pk])).content.decode()

    assert "Aanmeldingen voor deze activiteit: 2." in html
    assert ActiviteitPage.objects.exists()
