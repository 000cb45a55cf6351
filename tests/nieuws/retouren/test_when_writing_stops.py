"""Hard once, soft three times in thirty days, a complaint at once (requirement N8)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from nieuws.abonneren import services as abonneren
from nieuws.models import Abonnee, Abonnement, Retour, Toestemming, Zending
from nieuws.retouren import services
from nieuws.retouren.report import Report
from nieuws.retouren.words import in_words
from tests.nieuws.retouren.rows import reader, sent
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

HARD = Report(Retour.Soort.HARD, "5.1.1", "550 5.1.1 unknown")
SOFT = Report(Retour.Soort.ZACHT, "5.2.2", "552 5.2.2 full")
COMPLAINT = Report(Retour.Soort.KLACHT)
POSTBUS = Retour.Bron.POSTBUS


@pytest.fixture
def anna(haven: Wijk) -> Abonnement:
    return reader(haven)


def stand(abonnement: Abonnement) -> str:
    return Abonnee.objects.get(pk=abonnement.abonnee_id).stand


def test_an_address_that_does_not_exist_gets_no_mail_any_more(anna: Abonnement) -> None:
    zending = sent(anna)
    assert services.note(zending, HARD, POSTBUS)
    zending.refresh_from_db()
    assert zending.status == Zending.Status.TERUG
    assert stand(anna) == Abonnee.Stand.GESCHORST
    assert not Abonnement.objects.reachable().exists()
    proof = Toestemming.objects.get(abonnement=anna)
    assert proof.soort == Toestemming.Soort.GESCHORST
    assert "5.1.1" in proof.toelichting


def test_a_full_mailbox_counts_three_times(anna: Abonnement) -> None:
    for number in range(3):
        assert stand(anna) == Abonnee.Stand.ACTIEF, number
        services.note(sent(anna), SOFT, POSTBUS)
    assert stand(anna) == Abonnee.Stand.GESCHORST


def test_what_is_longer_ago_than_thirty_days_does_not_count(anna: Abonnement) -> None:
    for _ in range(2):
        services.note(sent(anna), SOFT, POSTBUS)
    Retour.objects.update(moment=timezone.now() - timedelta(days=31))
    services.note(sent(anna), SOFT, POSTBUS)
    assert stand(anna) == Abonnee.Stand.ACTIEF


def test_a_complaint_counts_at_once_but_the_mail_did_arrive(anna: Abonnement) -> None:
    zending = sent(anna)
    services.note(zending, COMPLAINT, POSTBUS)
    zending.refresh_from_db()
    assert zending.status == Zending.Status.VERSTUURD
    assert stand(anna) == Abonnee.Stand.KLACHT


def test_who_complained_stays_so_when_mail_comes_back_too(anna: Abonnement) -> None:
    zending = sent(anna)
    services.note(zending, COMPLAINT, POSTBUS)
    services.note(zending, HARD, POSTBUS)
    assert stand(anna) == Abonnee.Stand.KLACHT
    assert Retour.objects.count() == 2


def test_one_mail_counts_once_by_whichever_way_we_hear_of_it(anna: Abonnement) -> None:
    zending = sent(anna)
    assert services.note(zending, SOFT, POSTBUS)
    assert not services.note(zending, HARD, Retour.Bron.DIENST)
    assert not services.refused(zending, 552, "5.2.2 full")
    assert Retour.objects.count() == 1


def test_what_the_mail_server_refuses_while_sending_counts_too(anna: Abonnement) -> None:
    zending = sent(anna, Zending.Status.GEWEIGERD)
    assert services.refused(zending, 550, "5.1.1 <a.jansen@ontvanger.example>: User unknown")
    retour = Retour.objects.get()
    assert (retour.soort, retour.code, retour.bron) == ("hard", "5.1.1", "smtp")
    assert "jansen" not in retour.reden
    assert stand(anna) == Abonnee.Stand.GESCHORST


def test_a_server_that_distrusts_us_does_not_cost_a_reader_their_newsletter(
    anna: Abonnement,
) -> None:
    services.refused(sent(anna), 554, "5.7.1 blocked: unknown user of this network")
    assert Retour.objects.get().soort == Retour.Soort.ZACHT
    assert stand(anna) == Abonnee.Stand.ACTIEF


def test_who_asks_again_gets_mail_only_after_a_new_yes(anna: Abonnement) -> None:
    for _ in range(2):
        services.note(sent(anna), SOFT, POSTBUS)
    services.note(sent(anna), HARD, POSTBUS)
    asked = abonneren.ask(anna.abonnee.email, [anna.lijst])
    assert stand(anna) == Abonnee.Stand.GESCHORST
    assert not Abonnement.objects.reachable().exists()
    abonneren.confirm(asked.abonnementen[0].aanvraag)
    assert list(Abonnement.objects.reachable()) == [anna]
    # What came back before that yes is forgiven: one soft return is one, not the fourth.
    services.note(sent(anna), SOFT, POSTBUS)
    assert stand(anna) == Abonnee.Stand.ACTIEF


def test_nothing_is_kept_about_somebody_who_was_forgotten(anna: Abonnement) -> None:
    zending = sent(anna)
    anna.abonnee.delete()
    zending.refresh_from_db()
    assert not services.note(zending, HARD, POSTBUS)
    assert not Retour.objects.exists()


@pytest.mark.parametrize(
    ("soort", "code", "words"),
    [
        ("hard", "5.1.1", "Dit adres bestaat niet (meer)."),
        ("hard", "5.4.4", "Het deel na de @ bestaat niet, of krijgt geen mail."),
        ("hard", "5.2.1", "Het postvak is afgesloten."),
        ("zacht", "4.2.2", "Het postvak is vol."),
        ("zacht", "5.3.4", "De mail was te groot."),
        ("zacht", "5.7.1", "De andere mailserver vertrouwde onze mail niet."),
        ("zacht", "4.4.1", "De andere mailserver was niet te bereiken."),
        ("zacht", "", "De mail kwam deze keer niet aan."),
        ("klacht", "", "De lezer meldde onze mail als ongewenst."),
    ],
)
def test_the_team_reads_in_plain_words_what_happened(soort: str, code: str, words: str) -> None:
    assert in_words(Retour(soort=soort, code=code)).startswith(words)
