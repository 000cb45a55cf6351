"""The screens of the times of an activity: this time, this and following, all."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, AgendaPage, Keer
from wijkteams.activiteiten.recurrence.clock import detach

pytestmark = pytest.mark.django_db


@pytest.fixture
def club(haven_agenda: AgendaPage) -> ActiviteitPage:
    """Every Monday, ten times."""
    return activiteit_page(
        haven_agenda, "Maandagclub", rule=weekly(count=10), inschrijving="beperkt", capacity=10
    )


def times(page: ActiviteitPage) -> list[Keer]:
    """The times of a page, the first first."""
    return list(Keer.objects.filter(activiteit__translation_key=page.translation_key))


def comes(keer: Keer, name: str = "Truus", **given: object) -> Aanmelding:
    """Somebody who comes to this time."""
    values: dict[str, object] = {"status": "bevestigd", "email": "truus@voorbeeld.nl"} | given
    return Aanmelding.objects.create(
        activiteit=keer.activiteit,
        keer=keer,
        name=name,
        code=f"{name}{keer.pk}",
        request_key=f"{name}{keer.pk}",
        **values,
    )


def url(name: str, pk: int) -> str:
    """The address of a screen."""
    return reverse(f"keren:{name}", args=[pk])


def test_the_list_says_when_it_is_and_how_each_time_stands(
    as_joris: Client, club: ActiviteitPage
) -> None:
    first = times(club)[0]
    comes(first, adults=3, places=3)
    html = as_joris.get(url("index", club.pk)).content.decode()

    assert "Elke maandag van 10.00 tot 12.00 uur, 10 keer." in html
    assert "3 mensen" in html
    assert html.count("Verander deze en volgende") == 10


def test_cancelling_says_first_who_is_told_and_changes_nothing_before(
    as_joris: Client, club: ActiviteitPage
) -> None:
    first = times(club)[0]
    comes(first)
    comes(first, "Bep", email="", phone="0612345678", adults=2, places=2)
    html = as_joris.get(url("off", first.pk)).content.decode()

    assert "Er zijn 3 mensen aangemeld." in html
    assert "Er gaat 1 mail uit." in html
    assert "1 aanmelding heeft geen e-mailadres: bel zelf." in html
    assert Keer.objects.filter(cancelled_at=None).count() == 10


def test_cancelled_time_keeps_its_place_with_the_reason_and_can_come_back(
    as_joris: Client, club: ActiviteitPage
) -> None:
    first = times(club)[0]
    as_joris.post(url("off", first.pk), {"reason": "De zaal is nat."})
    first.refresh_from_db()
    assert first.cancelled_at is not None
    assert "De zaal is nat." in as_joris.get(url("index", club.pk)).content.decode()

    as_joris.post(url("on", first.pk))
    first.refresh_from_db()
    assert (first.cancelled_at, first.cancel_reason) == (None, "")


def test_without_a_reason_nothing_is_cancelled(as_joris: Client, club: ActiviteitPage) -> None:
    response = as_joris.post(url("off", times(club)[0].pk), {"reason": " "})

    assert "Schrijf in een paar woorden waarom." in response.content.decode()
    assert not Keer.objects.exclude(cancelled_at=None).exists()


def test_moving_one_time_leaves_the_others_and_its_address(
    as_joris: Client, club: ActiviteitPage
) -> None:
    first = times(club)[0]
    slug = first.slug
    given = {"dag": f"{next_monday():%Y-%m-}{next_monday().day:02}", "van": "14:00", "tot": "16:00"}
    as_joris.post(url("edit", first.pk), given | {"note": "Met taart", "capacity": "12"})

    first.refresh_from_db()
    assert detach(first.starts_at) == next_monday(14)
    assert (first.slug, first.moved, first.note, first.capacity) == (slug, True, "Met taart", 12)
    assert Keer.objects.filter(moved=True).count() == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"dag": "2020-01-01"}, "al geweest"),
        ({"tot": "09:00"}, "Het einde moet na het begin liggen"),
        ({"dag": "gisteren"}, "Dit is geen datum"),
        ({"capacity": "0"}, "1 "),
        ({"capacity": "2"}, "verliest 1 persoon haar plek"),
    ],
)
def test_what_cannot_be_is_said_next_to_its_question(
    as_joris: Client, club: ActiviteitPage, given: dict[str, str], said: str
) -> None:
    first = times(club)[0]
    comes(first, adults=3, places=3)
    start = next_monday()
    right = {"dag": f"{start:%Y-%m-%d}", "van": "10:00", "tot": "12:00", "note": "", "capacity": ""}
    html = as_joris.post(url("edit", first.pk), right | given).content.decode()

    assert said in html
    first.refresh_from_db()
    assert (first.moved, first.capacity) == (False, None)


def test_all_of_it_can_be_cancelled_and_resumed(as_joris: Client, club: ActiviteitPage) -> None:
    as_joris.post(url("all_off", club.pk), {"reason": "De club stopt."})
    activiteit = Activiteit.objects.get()
    assert activiteit.cancelled_at is not None
    assert all(keer.is_cancelled for keer in times(club))

    as_joris.post(url("all_on", club.pk))
    activiteit.refresh_from_db()
    assert activiteit.cancelled_at is None


def test_a_get_changes_nothing(as_joris: Client, club: ActiviteitPage) -> None:
    first = times(club)[0]
    before = list(Keer.objects.values()), ActiviteitPage.objects.count()
    for name in ("edit", "off", "on", "part"):
        assert as_joris.get(url(name, first.pk)).status_code == 200
    for name in ("index", "all_off", "all_on"):
        as_joris.get(url(name, club.pk))
    assert (list(Keer.objects.values()), ActiviteitPage.objects.count()) == before


@pytest.mark.parametrize("name", ["edit", "off", "on", "part"])
def test_strangers_and_writers_change_no_time(
    as_fatma: Client, as_wim: Client, club: ActiviteitPage, name: str
) -> None:
    first = times(club)[0]
    for client in (as_fatma, as_wim):
        response = client.post(url(name, first.pk), {"reason": "Nee", "note": "Nee"})
        assert response.status_code in {302, 403, 404}
    first.refresh_from_db()
    assert (first.cancelled_at, first.note) == (None, "")
    assert ActiviteitPage.objects.count() == 1


def test_this_and_following_opens_the_form_of_the_new_page(
    as_joris: Client, club: ActiviteitPage
) -> None:
    fourth = times(club)[3]
    response = as_joris.post(url("part", fourth.pk))

    fresh = ActiviteitPage.objects.exclude(pk=club.pk).get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[fresh.pk])  # type: ignore[attr-defined]
    assert as_joris.get(response.url).status_code == 200  # type: ignore[attr-defined]


def test_the_first_time_cannot_be_split_off(as_joris: Client, club: ActiviteitPage) -> None:
    html = as_joris.post(url("part", times(club)[0].pk)).content.decode()

    assert "Dit is de eerste keer" in html
    assert ActiviteitPage.objects.count() == 1
