"""Two that want the same become one: nothing is lost, all hear of it, and it can be undone (I5)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import User
from tests.factories.initiatieven import initiatief, initiator
from tests.wijkteams.initiatieven.samenvoegen.people import follower, supporter
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Initiatief, Samenvoeging, Staat, Steun, Volger
from wijkteams.initiatieven.samenvoegen.merging import merge, separate
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
WHY = "Beide groepen willen een bus."


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven, title="Boodschappenbus")


@pytest.fixture
def taxi(haven: Wijk) -> Initiatief:
    return initiatief(haven, title="Buurttaxi")


def seen(one: Initiatief) -> Initiatief:
    return Initiatief.objects.get(pk=one.pk)


def words_of(client: Client, one: Initiatief) -> str:
    page = page_of(one)
    assert page is not None
    return " ".join(client.get(page.url).content.decode().split())


def mails_to(email: str) -> list[Any]:
    return [one for one in mail.outbox if one.to == [email]]


def test_pages_of_both_say_so_and_the_source_stays(
    client: Client, joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    supporter(taxi)
    client.get(page_of(bus).url)  # type: ignore[union-attr]
    merge(bus.pk, [taxi.pk], WHY, joris)

    source = words_of(client, taxi)
    assert "Dit initiatief gaat verder in:" in source
    assert WHY in source
    assert '<meta name="robots" content="noindex">' in source
    result = words_of(client, bus)
    assert "Hierin gaan ook verder" in result
    assert "1 mens steunt het daar" in result

    separate(taxi.pk, joris)
    assert "gaat verder in" not in words_of(client, taxi)
    assert "Hierin gaan ook verder" not in words_of(client, bus)


def test_it_is_written_who_did_it_and_who_undid_it(
    joris: User, fatma: User, bus: Initiatief, taxi: Initiatief
) -> None:
    merge(bus.pk, [taxi.pk], WHY, joris)
    separate(taxi.pk, fatma)
    merge(taxi.pk, [bus.pk], "Andersom.", fatma)

    rows = [(one.bron, one.doel, one.door, one.los_door) for one in Samenvoeging.objects.all()]
    assert rows == [(bus, taxi, fatma, None), (taxi, bus, joris, fatma)]


def test_followers_move_with_a_notice_and_come_back(
    joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    anna = follower(taxi)
    merge(bus.pk, [taxi.pk], WHY, joris)

    anna.refresh_from_db()
    assert (anna.initiatief, anna.verhuisd_van) == (bus, taxi)
    (told,) = mails_to(anna.email)
    assert told.subject == "Buurttaxi gaat verder in Boodschappenbus"
    assert WHY in told.body
    assert "List-Unsubscribe" in told.extra_headers

    separate(taxi.pk, joris)
    anna.refresh_from_db()
    assert (anna.initiatief, anna.verhuisd_van) == (taxi, None)
    assert mails_to(anna.email)[-1].subject == "Buurttaxi gaat weer apart verder"


def test_who_follows_both_hears_once_and_has_both_back(
    joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    follower(taxi)
    follower(bus, "ANNA@bewoner.example")
    merge(bus.pk, [taxi.pk], WHY, joris)

    assert Volger.objects.filter(initiatief=bus).count() == 1
    assert not mails_to("anna@bewoner.example")

    separate(taxi.pk, joris)
    assert {one.initiatief for one in Volger.objects.all()} == {bus, taxi}


def test_who_left_meanwhile_does_not_come_back(
    joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    follower(taxi)
    follower(bus)
    follower(taxi, "kees@bewoner.example")
    merge(bus.pk, [taxi.pk], WHY, joris)
    Volger.objects.filter(initiatief=bus).delete()

    separate(taxi.pk, joris)
    assert not Volger.objects.exists()


def test_who_said_yes_is_not_kept_out_by_who_did_not(
    joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    sure = follower(taxi)
    follower(bus, bevestigd_op=None)
    merge(bus.pk, [taxi.pk], WHY, joris)

    (there,) = Volger.objects.filter(initiatief=bus)
    assert there == sure


def test_support_moves_only_after_yes_by_link(
    client: Client, joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    supporter(taxi, uit_wijk=True)
    merge(bus.pk, [taxi.pk], WHY, joris)
    assert (seen(bus).aantal_steun, seen(taxi).aantal_steun) == (0, 1)

    (asked,) = mails_to("anna@bewoner.example")
    match = re.search(r"/initiatief/steun-verhuist/\S+", asked.body)
    assert match
    for _n in range(3):
        page = client.get(match[0]).content.decode()  # a scanner changes nothing
        assert "Ja, tel mijn steun daar mee" in page
    assert seen(bus).aantal_steun == 0

    for _n in range(2):
        answer = client.post(match[0], follow=True)
    assert "Uw steun telt nu mee bij ‘Boodschappenbus’." in answer.content.decode()
    assert (seen(bus).aantal_steun, seen(bus).aantal_steun_wijk) == (1, 1)
    assert seen(taxi).aantal_steun == 0

    separate(taxi.pk, joris)
    assert (seen(bus).aantal_steun, seen(taxi).aantal_steun) == (0, 1)
    back = mails_to("anna@bewoner.example")[-1]
    assert "Uw steun telt weer mee bij ‘Buurttaxi’." in back.body


def test_who_supports_both_is_not_asked_and_counts_once(
    client: Client, joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    supporter(bus)
    steun = supporter(taxi)
    merge(bus.pk, [taxi.pk], WHY, joris)

    assert not mails_to("anna@bewoner.example")
    url = f"/initiatief/steun-verhuist/{tokens.make(tokens.STEUN, steun.code)}/"
    assert "U steunt ‘Boodschappenbus’ ook al" in client.get(url).content.decode()
    client.post(url)
    assert seen(bus).aantal_steun == 1
    assert Steun.objects.count() == 2


def test_a_wrong_link_and_a_yes_that_was_never_given_open_nothing(
    client: Client, joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    steun = supporter(taxi, bevestigd_op=None)
    merge(bus.pk, [taxi.pk], WHY, joris)

    assert not mail.outbox
    made = tokens.make(tokens.STEUN, steun.code)
    follow = tokens.make(tokens.VOLGEN, steun.code)
    for token in (made, follow, steun.code, "x"):
        url = f"/initiatief/steun-verhuist/{token}/"
        assert client.get(url).status_code == 404
        client.post(url)
    assert seen(bus).aantal_steun == 0


def test_a_late_yes_after_it_was_undone_moves_nothing(
    client: Client, joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    steun = supporter(taxi)
    merge(bus.pk, [taxi.pk], WHY, joris)
    separate(taxi.pk, joris)

    url = f"/initiatief/steun-verhuist/{tokens.make(tokens.STEUN, steun.code)}/"
    answer = client.post(url, follow=True)
    assert "Uw steun telt mee bij ‘Buurttaxi’" in answer.content.decode()
    assert (seen(bus).aantal_steun, seen(taxi).aantal_steun) == (0, 1)


def test_what_was_merged_before_comes_along_and_goes_back_with_it(
    client: Client, joris: User, haven: Wijk, bus: Initiatief, taxi: Initiatief
) -> None:
    cart = initiatief(haven, title="Bakfiets")
    anna = follower(cart)
    steun = supporter(cart)
    merge(taxi.pk, [cart.pk], WHY, joris)
    merge(bus.pk, [taxi.pk], WHY, joris)

    assert seen(cart).samengevoegd_in == bus
    assert "Bakfiets" in words_of(client, bus)
    assert Volger.objects.get(pk=anna.pk).initiatief == bus
    client.post(f"/initiatief/steun-verhuist/{tokens.make(tokens.STEUN, steun.code)}/")
    assert seen(bus).aantal_steun == 1

    separate(taxi.pk, joris)
    assert (seen(cart).samengevoegd_in, seen(taxi).samengevoegd_in) == (taxi, None)
    assert Volger.objects.get(pk=anna.pk).initiatief == taxi
    assert (seen(bus).aantal_steun, seen(taxi).aantal_steun) == (0, 1)

    separate(cart.pk, joris)
    assert Volger.objects.get(pk=anna.pk).initiatief == cart
    assert seen(cart).aantal_steun == 1


def test_initiators_of_both_hear_of_it(joris: User, bus: Initiatief, taxi: Initiatief) -> None:
    initiator(bus, email="bea@bewoner.example")
    initiator(taxi, email="tom@bewoner.example")
    merge(bus.pk, [taxi.pk], WHY, joris)

    for email in ("bea@bewoner.example", "tom@bewoner.example"):
        (told,) = mails_to(email)
        assert WHY in told.body
        assert "/initiatief/beheren/" in told.body


def test_mail_is_in_the_language_of_who_reads_it(
    joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    follower(taxi, language="en")
    merge(bus.pk, [taxi.pk], WHY, joris)

    assert "/en/initiatief/volgen/" in mails_to("anna@bewoner.example")[0].body


@pytest.mark.parametrize(
    "wrong", ["self", "ward", "merged", "into_merged", "ended", "draft", "why"]
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    joris: User, haven: Wijk, sluis: Wijk, bus: Initiatief, taxi: Initiatief, wrong: str
) -> None:
    third = initiatief(sluis if wrong == "ward" else haven, title="Derde")
    if wrong in {"merged", "into_merged"}:
        merge(third.pk, [taxi.pk if wrong == "merged" else bus.pk], WHY, joris)
    if wrong in {"ended", "draft"}:
        changes: Any = {"staat": Staat.GESTOPT} if wrong == "ended" else {"is_live": False}
        Initiatief.objects.filter(pk=bus.pk).update(**changes)
    anna, rows = follower(taxi), Samenvoeging.objects.count()
    others = {"self": [bus.pk], "ward": [third.pk]}.get(wrong, [taxi.pk])

    with pytest.raises(ValidationError):
        merge(bus.pk, others, " " if wrong == "why" else WHY, joris)

    anna.refresh_from_db()
    assert anna.initiatief == taxi
    assert Samenvoeging.objects.count() == rows


def test_undoing_what_is_not_merged_is_refused(joris: User, bus: Initiatief) -> None:
    with pytest.raises(ValidationError):
        separate(bus.pk, joris)
