"""Mails to who told it and who follows it: on each step, of nothing secret, to nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from tests.factories.signalen import category, signal
from tests.wijkteams.signalen.vertellen.telling import tell, teller
from wijkteams.models import Wijk
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Klasse, Medemelder, Melder, Signaal, Staat
from wijkteams.signalen.vertellen import brakes, confirming

pytestmark = pytest.mark.django_db

JAN = "jan@voorbeeld.nl"


def words(message: EmailMessage) -> str:
    """All of a mail."""
    html = "".join(str(part[0]) for part in getattr(message, "alternatives", []))
    return f"{message.subject}\n{message.body}\n{html}"


def told() -> set[str]:
    """To whom mails went since this was asked before."""
    addresses = [address for message in mail.outbox for address in message.to]
    mail.outbox.clear()
    assert len(addresses) == len(set(addresses))
    return set(addresses)


def told_by(wijk: Wijk, email: str = JAN, **fields: Any) -> Signaal:
    """A signal whose teller confirmed."""
    signaal = signal(wijk, email=email, **fields)
    confirming.confirm(teller(signaal))
    mail.outbox.clear()
    return signaal


def test_a_button_is_mailed_and_no_words_that_anybody_typed(client: Client, haven: Wijk) -> None:
    tell(client, haven, email=JAN, titel="Koop nu goedkope pillen", tekst="Klik hier")

    [message] = mail.outbox
    assert message.to == [JAN]
    assert "/signaal/bevestigen/" in words(message)
    assert "pillen" not in words(message)


def test_without_an_address_there_is_no_mail(client: Client, haven: Wijk) -> None:
    tell(client, haven, phone="0612345678")

    assert mail.outbox == []


def test_each_step_is_told_to_teller_and_followers_once(haven: Wijk, joris: User) -> None:
    signaal = told_by(haven)
    for email in ("els@voorbeeld.nl", "JAN@voorbeeld.nl"):
        Medemelder.objects.create(
            signaal=signaal, email=email, bevestigd_op=signaal.gemeld_op, kenmerk=email
        )
    Medemelder.objects.create(signaal=signaal, email="nooit@voorbeeld.nl", kenmerk="x")

    services.step(
        signaal.pk,
        Staat.BESPROKEN,
        door=joris,
        openbare_zin="Wij bespraken het.",
        interne_notitie="Dit is geheim.",
    )

    assert all("Wij bespraken het." in words(message) for message in mail.outbox)
    assert not any("geheim" in words(message) for message in mail.outbox)
    assert told() == {JAN, "els@voorbeeld.nl"}


def test_a_note_of_the_team_is_told_to_nobody(haven: Wijk) -> None:
    signaal = told_by(haven)

    services.step(signaal.pk, Staat.NIEUW, interne_notitie="Bel de gemeente.")

    assert told() == set()


def test_who_did_not_confirm_or_stopped_gets_nothing(haven: Wijk) -> None:
    unconfirmed = signal(haven, email="een@voorbeeld.nl")
    stopped = told_by(haven, "twee@voorbeeld.nl")
    Melder.objects.filter(signaal=stopped).update(volgt=False)

    for signaal in (unconfirmed, stopped):
        services.step(signaal.pk, Staat.BEKEKEN)
    assert told() == set()


def test_of_a_confidential_one_the_mail_says_nothing(haven: Wijk, joris: User) -> None:
    zorg = category("zorg", Klasse.VERTROUWELIJK, name="Zorg en eenzaamheid")
    signaal = told_by(haven, categorie=zorg, titel="Buurvrouw valt", tekst="Zij woont alleen.")

    services.step(signaal.pk, Staat.BESPROKEN, door=joris, openbare_zin="De wijkzuster gaat.")

    [message] = mail.outbox
    whole = words(message)
    assert signaal.code in whole
    for secret in ("Buurvrouw", "alleen.", "wijkzuster", "Zorg", "eenzaam", "Besproken"):
        assert secret not in whole, secret


def test_a_close_that_waits_for_a_second_look_is_told_after_it(
    haven: Wijk, joris: User, fatma: User
) -> None:
    signaal = told_by(haven, categorie=category("zorg", Klasse.VERTROUWELIJK))
    step = services.step(signaal.pk, Staat.OPGELOST, door=joris, openbare_zin="Geregeld.")
    assert told() == set()

    services.confirm(step.pk, door=fatma)

    assert told() == {JAN}


def test_whose_signal_was_merged_hears_of_the_one_that_goes_on(haven: Wijk) -> None:
    lead, other = told_by(haven), told_by(haven, "els@voorbeeld.nl")
    merging.merge(lead.pk, [other.pk], None)
    mail.outbox.clear()

    services.step(lead.pk, Staat.OPGEPAKT)

    assert told() == {JAN, "els@voorbeeld.nl"}


def test_nobody_fills_the_mailbox_of_another(client: Client, haven: Wijk) -> None:
    for number in range(brakes.MAILED.limit + 2):
        tell(client, haven, email=JAN, titel=f"Donker {number}")

    assert len(mail.outbox) == brakes.MAILED.limit
    assert Signaal.objects.count() == brakes.MAILED.limit + 2


def test_what_is_rolled_back_was_never_mailed(
    client: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wijkteams.signalen.vertellen.photos.move_to", _fail)

    with pytest.raises(OSError, match="full"):
        tell(client, haven, email=JAN)

    assert not Signaal.objects.exists()
    assert mail.outbox == []


def _fail(*args: Any) -> None:
    raise OSError("full")


def test_a_follower_is_mailed_in_the_language_in_which_they_asked_for_it(
    client: Client, haven: Wijk, joris: User
) -> None:
    signaal = signal(haven)
    client.post(f"/tr/signaal/{signaal.code}/ook/", {"email": "ayse@voorbeeld.nl"})
    Medemelder.objects.update(bevestigd_op=signaal.gemeld_op)
    mail.outbox.clear()

    services.step(signaal.pk, Staat.BESPROKEN, door=joris, openbare_zin="Wij bespraken het.")

    [message] = mail.outbox
    assert "/tr/signaal/volgen/" in words(message)
