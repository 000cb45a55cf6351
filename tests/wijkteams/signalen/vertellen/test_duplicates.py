"""Equal signals, shown before sending, and 'Ik heb hier ook last van' (G6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.signalen import category, confidential, signal
from tests.wijkteams.signalen.vertellen.telling import draw, fill_in
from wijkteams.maps.distance import metres
from wijkteams.models import Buurt, Wijk
from wijkteams.signalen import merging, services, tokens
from wijkteams.signalen.models import Klasse, Medemelder, Signaal, Staat
from wijkteams.signalen.vertellen.duplicates import find

pytestmark = pytest.mark.django_db


def near(wijk: Wijk, **fields: Any) -> list[Signaal]:
    return find(fields.pop("categorie", category()), 52.01, 4.71, wijk=wijk, **fields)


def test_the_nearest_comes_first_and_what_is_far_does_not(haven: Wijk) -> None:
    far = signal(haven, latitude=52.0105)
    close = signal(haven, latitude=52.0101)
    signal(haven, latitude=52.012)

    assert near(haven) == [close, far]
    assert near(haven, limit=1) == [close]


@pytest.mark.parametrize("why", ["kind", "hidden", "old", "solved", "merged"])
def test_what_is_no_help_is_not_shown(haven: Wijk, why: str) -> None:
    signaal = signal(haven, public=why != "hidden")
    now = timezone.now()
    changes: dict[str, Any] = {
        "kind": {"categorie": category("anders")},
        "hidden": {},
        "old": {"gemeld_op": now - timedelta(days=366)},
        "solved": {"staat": Staat.OPGELOST, "gesloten_op": now - timedelta(days=61)},
        "merged": {"samengevoegd_in": signal(haven, latitude=53.0)},
    }[why]
    if changes:
        Signaal.objects.filter(pk=signaal.pk).update(**changes)

    assert near(haven) == []


def test_what_was_solved_last_month_may_be_back(haven: Wijk) -> None:
    signaal = signal(haven)
    services.step(signaal.pk, Staat.OPGELOST, openbare_zin="De lamp is gemaakt.")

    assert near(haven) == [signaal]


def test_of_a_limited_one_nobody_learns_the_place_by_trying(haven: Wijk) -> None:
    overlast = category("lawaai", Klasse.BEPERKT)
    signaal = signal(haven, categorie=overlast)
    assert signaal.openbaar_latitude is not None
    assert signaal.openbaar_longitude is not None

    found = near(haven, categorie=overlast)

    shown = metres(52.01, 4.71, signaal.openbaar_latitude, signaal.openbaar_longitude)
    assert shown > 1
    assert [one.metres for one in found] == [shown]  # type: ignore[attr-defined]


def test_about_the_whole_ward_those_of_the_whole_ward_are_shown(haven: Wijk, sluis: Wijk) -> None:
    whole = signal(haven, latitude=None, longitude=None, hele_wijk=True)
    signal(sluis, latitude=None, longitude=None, hele_wijk=True)
    signal(haven)

    assert find(category(), None, None, wijk=haven) == [whole]


def test_they_are_shown_before_sending_with_status_and_age(client: Client, haven: Wijk) -> None:
    draw(haven)
    signaal = signal(haven, titel="De lantaarn is stuk")
    fill_in(client, haven)

    html = client.get(reverse("signaal_stap", args=["zelfde"])).content.decode()

    assert "De lantaarn is stuk" in html
    assert "Nieuw" in html
    assert "geleden" in html
    assert f"/signaal/{signaal.code}/ook/" in html


def test_of_a_limited_one_only_kind_and_place_are_shown(client: Client, haven: Wijk) -> None:
    draw(haven)
    overlast = category("lawaai", Klasse.BEPERKT)
    buurt = Buurt.objects.create(wijk=haven, name="De Kade", slug="kade")
    said = {"titel": "Ruzie bij nummer 12", "tekst": "Elke nacht.", "buurt": buurt}
    signal(haven, categorie=overlast, **said)
    fill_in(client, haven, categorie=overlast)

    html = client.get(reverse("signaal_stap", args=["zelfde"])).content.decode()

    assert "Lawaai bij De Kade" in html
    assert "Kadeweg" not in html
    assert "Ruzie" not in html
    assert "nummer 12" not in html


def ook(client: Client, signaal: Signaal, email: str = "") -> Any:
    return client.post(reverse("signaal_ook", args=[signaal.code]), {"email": email})


def test_each_browser_counts_once(haven: Wijk) -> None:
    signaal = signal(haven)
    one, two = Client(), Client()

    first, again = ook(one, signaal), ook(one, signaal)
    ook(two, signaal)

    signaal.refresh_from_db()
    assert signaal.aantal_mee == 2
    assert "klaar=nieuw" in first.url
    assert "klaar=al" in again.url
    assert signaal.stap == 1  # a volunteer who reads it meanwhile is not disturbed


def test_on_one_computer_each_address_counts_once(haven: Wijk) -> None:
    signaal = signal(haven)
    library = Client()

    ook(library, signaal, "jan@voorbeeld.nl")
    ook(library, signaal, "els@voorbeeld.nl")
    ook(library, signaal, "Els@voorbeeld.nl")
    ook(library, signaal)

    signaal.refresh_from_db()
    assert signaal.aantal_mee == 2


def test_typing_the_address_of_another_tells_nothing_of_them(haven: Wijk) -> None:
    signaal, jan = signal(haven), "jan@voorbeeld.nl"
    ook(Client(), signaal, jan)
    Medemelder.objects.update(bevestigd_op=timezone.now())

    known, unknown = ook(Client(), signaal, jan), ook(Client(), signaal, "els@voorbeeld.nl")

    signaal.refresh_from_db()
    assert signaal.aantal_mee == 3
    assert known.url == unknown.url
    assert Medemelder.objects.exclude(bevestigd_op=None).count() == 1


def test_an_address_counts_once_as_soon_as_it_is_confirmed(client: Client, haven: Wijk) -> None:
    signaal = signal(haven)
    for browser in (Client(), Client()):
        ook(browser, signaal, "jan@voorbeeld.nl")

    for row in Medemelder.objects.all():
        client.post(reverse("signaal_volgen", args=[tokens.make(tokens.VOLGEN, row.code)]))

    signaal.refresh_from_db()
    assert signaal.aantal_mee == 1
    assert Medemelder.objects.exclude(email="").count() == 1


def test_the_link_of_an_address_that_left_confirms_no_other(client: Client, haven: Wijk) -> None:
    signaal = signal(haven)
    ook(client, signaal, "jan@voorbeeld.nl")
    row = Medemelder.objects.get()
    mailed = reverse("signaal_volgen", args=[tokens.make(tokens.VOLGEN, row.code)])
    client.post(mailed, {"actie": "stop"})
    ook(client, signaal, "els@voorbeeld.nl")

    assert client.post(mailed).status_code == 404
    assert Medemelder.objects.get().bevestigd_op is None


def test_the_number_of_what_was_never_shown_leads_nowhere(client: Client, haven: Wijk) -> None:
    hidden, lead = signal(haven, public=False), signal(haven)
    merging.merge(lead.pk, [hidden.pk], None)

    assert client.get(reverse("signaal_ook", args=[hidden.code])).status_code == 404


def test_who_counted_may_follow_later(client: Client, haven: Wijk) -> None:
    signaal = signal(haven)

    ook(client, signaal)
    ook(client, signaal, "jan@voorbeeld.nl")

    row = Medemelder.objects.get()
    assert (row.email, row.bevestigd_op) == ("jan@voorbeeld.nl", None)


def test_a_follower_says_yes_with_a_button_and_leaves_with_one(client: Client, haven: Wijk) -> None:
    signaal = signal(haven)
    ook(client, signaal, "jan@voorbeeld.nl")
    row = Medemelder.objects.get()
    url = reverse("signaal_volgen", args=[tokens.make(tokens.VOLGEN, row.code)])

    for _look in range(3):
        client.get(url)
        client.head(url)
    row.refresh_from_db()
    assert row.bevestigd_op is None

    client.post(url, {"actie": "ja"})
    row.refresh_from_db()
    assert row.bevestigd_op is not None

    client.post(url, {"actie": "stop"})
    row.refresh_from_db()
    assert row.email == ""
    assert Signaal.objects.get().aantal_mee == 1


def test_what_was_merged_leads_on(client: Client, haven: Wijk) -> None:
    lead, other = signal(haven), signal(haven)
    merging.merge(lead.pk, [other.pk], None)

    response = client.get(reverse("signaal_ook", args=[other.code]))

    assert response.url == reverse("signaal_ook", args=[lead.code])


def test_what_is_not_public_has_no_page(client: Client, haven: Wijk) -> None:
    for signaal in (signal(haven, public=False), confidential(haven)):
        assert client.get(reverse("signaal_ook", args=[signaal.code])).status_code == 404
        assert ook(client, signaal).status_code == 404
    assert client.get("/signaal/2026-aaaaaa/ook/").status_code == 404
