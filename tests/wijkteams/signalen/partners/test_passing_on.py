from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories.signalen import confidential, partner, signal
from wijkteams.models import Organisatie, Wijk
from wijkteams.roles import Rol
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Doorzending, Signaal, Staat
from wijkteams.signalen.partners import services
from wijkteams.signalen.partners.reminding import remind_partners
from wijkteams.team import give_role

pytestmark = pytest.mark.django_db
ANSWER = {"antwoord": "Wij komen maandag.", "staat": "opgepakt", "door": "Ria, wijkbeheerder"}


@pytest.fixture
def organisatie(haven: Wijk) -> Organisatie:
    return partner(haven)


def _passed(signaal: Signaal, organisatie: Organisatie, **more: Any) -> Doorzending:
    made = Doorzending(signaal=signaal, organisatie=organisatie, **more)
    return services.pass_on(made, openbare_zin="Doorgegeven.")


def _address(doorzending: Doorzending) -> str:
    return f"/signaal/partner/{tokens.make(tokens.ANTWOORD, doorzending.code)}/"


def test_the_whole_way(haven: Wijk, joris: User, organisatie: Organisatie, client: Client) -> None:
    """From the screen of the team over the mail to the answer that all may read."""
    signaal = signal(haven, email="jan@bewoner.example")
    client.force_login(joris)
    screen = client.get(f"/beheer/signaalpartners/{signaal.pk}/doorzetten/")
    assert "jan@bewoner.example" not in screen.text
    sent = client.post(
        f"/beheer/signaalpartners/{signaal.pk}/doorzetten/",
        {
            "organisatie": organisatie.pk,
            "weg": "mail",
            "bericht": "Kunnen jullie kijken?",
            "openbare_zin": "Wij hebben dit doorgegeven.",
            "seen": signaal.stap,
        },
    )
    assert sent.status_code == 302
    letter = mail.outbox[-1]
    assert letter.to == [organisatie.contact_email]
    assert "Kunnen jullie kijken?" in letter.body
    client.logout()
    (address,) = re.findall(r"/signaal/partner/\S+", letter.body)
    assert "De lantaarn is al weken stuk." in client.get(address).text
    assert client.post(address, ANSWER, follow=True).redirect_chain

    client.force_login(joris)
    doorzending = Doorzending.objects.get()
    checked = client.post(
        f"/beheer/signaalpartners/antwoord/{doorzending.pk}/",
        {
            "naar": "opgepakt",
            "openbare_zin": "De woningbouw komt maandag.",
            "seen": Signaal.objects.get().stap,
        },
    )
    assert checked.status_code == 302
    signaal.refresh_from_db()
    assert signaal.staat == Staat.OPGEPAKT
    assert (
        "De woningbouw komt maandag."
        in Client().get(f"/havenkwartier/signalen/{signaal.code}/").text
    )
    assert client.get(address).status_code == 410


def test_nothing_of_a_confidential_signal_is_mailed(
    haven: Wijk, organisatie: Organisatie, client: Client
) -> None:
    doorzending = _passed(confidential(haven), organisatie, bericht="Over mevrouw De Wit.")
    letter = mail.outbox[-1]
    for word in ("buurvrouw", "De Wit", "lantaarn", "Kadeweg"):
        assert word not in f"{letter.subject}{letter.body}{letter.alternatives}"
    assert "buurvrouw" in client.get(_address(doorzending)).text


def test_an_answer_can_be_bettered_until_it_was_checked(
    haven: Wijk, organisatie: Organisatie, client: Client
) -> None:
    doorzending = _passed(signal(haven), organisatie)
    address = _address(doorzending)
    client.post(address, ANSWER)
    assert "Wij komen maandag." in client.get(address).text
    client.post(address, ANSWER | {"antwoord": "Toch dinsdag."})
    doorzending.refresh_from_db()
    assert doorzending.antwoord == "Toch dinsdag."
    assert doorzending.signaal.staat == Staat.DOORGEZET  # nothing before the team looked

    services.check(doorzending.pk, naar=Staat.OPGEPAKT, openbare_zin="Dinsdag.", door=None)

    assert client.post(address, ANSWER).status_code == 410
    doorzending.refresh_from_db()
    assert doorzending.antwoord == "Toch dinsdag."


def test_what_was_taken_back_shows_nothing(
    haven: Wijk, organisatie: Organisatie, client: Client
) -> None:
    doorzending = _passed(signal(haven), organisatie)
    services.withdraw(doorzending.pk)
    page = client.get(_address(doorzending))
    assert page.status_code == 410
    assert "lantaarn" not in page.text


def test_an_old_link_shows_nothing(haven: Wijk, organisatie: Organisatie, client: Client) -> None:
    doorzending = _passed(signal(haven), organisatie)
    Doorzending.objects.update(verstuurd_op=timezone.now() - services.GOOD_FOR)
    assert client.get(_address(doorzending)).status_code == 410


@pytest.mark.parametrize("purpose", [p for p in tokens.PURPOSES if p != tokens.ANTWOORD])
def test_a_link_for_something_else_opens_nothing(
    haven: Wijk, organisatie: Organisatie, client: Client, purpose: str
) -> None:
    doorzending = _passed(signal(haven), organisatie)
    page = client.get(f"/signaal/partner/{tokens.make(purpose, doorzending.code)}/")
    assert page.status_code == 404
    assert "lantaarn" not in page.text


def test_who_told_it_goes_along_only_when_they_agreed(
    haven: Wijk, organisatie: Organisatie, client: Client
) -> None:
    signaal = signal(haven, email="jan@bewoner.example")
    shy = _passed(signaal, organisatie)
    assert "jan@bewoner.example" not in client.get(_address(shy)).text
    agreed = _passed(signaal, organisatie, met_contact=True)
    assert "jan@bewoner.example" in client.get(_address(agreed)).text


def test_who_may_not_know_contacts_cannot_send_them(
    haven: Wijk, joris: User, organisatie: Organisatie, client: Client
) -> None:
    signaal = signal(haven, email="jan@bewoner.example")
    client.force_login(joris)
    data = {
        "organisatie": organisatie.pk,
        "weg": "mail",
        "openbare_zin": "Ja.",
        "met_contact": "on",
    }
    client.post(f"/beheer/signaalpartners/{signaal.pk}/doorzetten/", data | {"seen": signaal.stap})
    assert Doorzending.objects.get().met_contact is False


def test_a_confidential_one_goes_nowhere_without_a_yes(
    haven: Wijk, organisatie: Organisatie, client: Client, joris: User
) -> None:
    give_role(user=joris, wijk=haven, rol=Rol.SIGNALENTEAM, given_by=None)
    signaal = confidential(haven)
    client.force_login(joris)
    address = f"/beheer/signaalpartners/{signaal.pk}/doorzetten/"
    data = {
        "organisatie": organisatie.pk,
        "weg": "mail",
        "openbare_zin": "Ja.",
        "seen": signaal.stap,
    }
    refused = client.post(address, data | {"bericht": "Wat ik typte."})
    assert "Vraag dit eerst" in refused.text
    assert "Wat ik typte." in refused.text
    client.post(address, data | {"mag": "on"})
    assert Doorzending.objects.count() == 1


def test_a_partner_is_reminded_once_after_two_weeks(haven: Wijk, organisatie: Organisatie) -> None:
    doorzending = _passed(signal(haven), organisatie)
    day = timezone.now() - timedelta(days=14)
    Doorzending.objects.update(verstuurd_op=day + timedelta(minutes=5))
    assert remind_partners.func() == 0
    Doorzending.objects.update(verstuurd_op=day)
    assert remind_partners.func() == 1
    assert remind_partners.func() == 0
    assert "Herinnering" in mail.outbox[-1].subject
    assert _address(doorzending) in mail.outbox[-1].body


def test_without_an_address_there_is_no_mail(haven: Wijk, joris: User, client: Client) -> None:
    silent = partner(haven, name="Buurtsuper", contact_email="")
    signaal = signal(haven)
    client.force_login(joris)
    address = f"/beheer/signaalpartners/{signaal.pk}/doorzetten/"
    data = {"organisatie": silent.pk, "openbare_zin": "Gebeld.", "seen": signaal.stap}
    assert "geen e-mailadres" in client.post(address, data | {"weg": "mail"}).text
    assert client.post(address, data | {"weg": "zelf"}).status_code == 302
    assert Client().get(_address(Doorzending.objects.get())).status_code != 200


def test_another_ward_sees_nothing(
    haven: Wijk, sluis: Wijk, fatma: User, organisatie: Organisatie, client: Client
) -> None:
    doorzending = _passed(signal(haven), organisatie)
    client.force_login(fatma)
    for address in (
        f"/beheer/signaalpartners/{doorzending.signaal_id}/doorzetten/",
        f"/beheer/signaalpartners/antwoord/{doorzending.pk}/",
    ):
        assert "lantaarn" not in client.get(address, follow=True).text
    client.post(f"/beheer/signaalpartners/antwoord/{doorzending.pk}/intrekken/")
    doorzending.refresh_from_db()
    assert doorzending.stand == Doorzending.Stand.VERSTUURD


def test_the_partners_of_another_ward_are_not_offered(
    haven: Wijk, sluis: Wijk, joris: User, client: Client
) -> None:
    partner(sluis, name="Alleen Sluis")
    partner(None, name="Overal")
    client.force_login(joris)
    page = client.get(f"/beheer/signaalpartners/{signal(haven).pk}/doorzetten/").text
    assert "Overal" in page
    assert "Alleen Sluis" not in page


def test_a_bsn_in_an_answer_is_refused(
    haven: Wijk, organisatie: Organisatie, client: Client
) -> None:
    doorzending = _passed(signal(haven), organisatie)
    page = client.post(_address(doorzending), ANSWER | {"antwoord": "Het gaat om 111222333."})
    assert page.status_code == 422
    assert "burgerservicenummer" in page.text
    doorzending.refresh_from_db()
    assert doorzending.antwoord == ""
