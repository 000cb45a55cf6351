"""The mail of a day or a week with what goes on in a ward."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.signalen import category, confidential, signal
from tests.wijkteams.signalen.attenderen.test_asking import ANS, link, outbox
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.attenderen import digest
from wijkteams.signalen.models import Attendering, Klasse, Openbaarheid, Staat

pytestmark = pytest.mark.django_db


def reader(wijk: Wijk | None, days: float = 8, **fields: object) -> Attendering:
    """Somebody who said yes, and got their last mail so long ago."""
    now = timezone.now()
    made = {"email": ANS, "bevestigd_op": now, "verstuurd_tot": now - timedelta(days=days)}
    return Attendering.objects.create(wijk=wijk, **made | fields)  # type: ignore[misc]


def send() -> int:
    sent: int = digest.send_alerts.func()
    return sent


def test_it_tells_what_is_new_and_how_far_it_is_once(haven: Wijk) -> None:
    one = reader(haven)
    told = signal(haven, titel="Kuil in het pad")
    services.step(told.pk, Staat.OPGEPAKT)
    assert send() == 1
    [mail] = outbox()
    assert "Kuil in het pad" in mail["text"]
    assert "Opgepakt" in mail["text"]
    assert f"/havenkwartier/signalen/{told.code}/" in mail["html"]
    assert link(one) in mail["text"]
    assert mail["leave"].endswith(f"{link(one, 'signaal_attendering_stop')}>")
    assert mail["one_click"] == "List-Unsubscribe=One-Click"
    assert send() == 0
    assert len(outbox()) == 1


def test_only_what_all_may_see_is_in_it(haven: Wijk, sluis: Wijk) -> None:
    reader(haven)
    signal(haven, titel="Deze wel")
    signal(haven, titel="Piet maakt herrie", categorie=category("overlast", Klasse.BEPERKT))
    signal(haven, titel="Nog niet bekeken", public=False)
    services.show(signal(haven, titel="Verborgen").pk, Openbaarheid.VERBORGEN)
    signal(sluis, titel="Van een andere wijk")
    confidential(haven)
    send()
    [mail] = outbox()
    text = mail["text"] + mail["html"] + mail["subject"]
    assert "Deze wel" in text
    assert "Overlast in Havenkwartier" in text
    for words in ("Piet", "Nog niet", "Verborgen", "andere wijk", "buurvrouw", "Kadeweg 12"):
        assert words not in text


def test_nobody_gets_it_too_soon_or_without_saying_yes(haven: Wijk) -> None:
    signal(haven)
    reader(haven, days=6)
    reader(haven, email="nee@voorbeeld.nl", bevestigd_op=None)
    daily = reader(haven, days=1, email="dag@voorbeeld.nl", ritme="dag")
    assert send() == 1
    assert [mail["to"] for mail in outbox()] == [daily.email]


def test_without_news_there_is_no_mail_and_the_week_begins_anew(haven: Wijk) -> None:
    one = reader(haven)
    assert send() == 0
    one.refresh_from_db()
    assert one.verstuurd_tot > timezone.now() - timedelta(minutes=1)


def test_of_the_city_it_tells_of_all_wards_in_the_language_of_the_reader(
    haven: Wijk, sluis: Wijk
) -> None:
    reader(None, language="en")
    signal(haven, titel="Kuil")
    signal(sluis, titel="Bankje")
    assert send() == 1
    [mail] = outbox()
    assert "Havenkwartier: Kuil" in mail["text"]
    assert "Oude Sluis: Bankje" in mail["text"]


def test_many_readers_of_a_ward_ask_the_database_once_for_its_news(haven: Wijk) -> None:
    since = timezone.now() - timedelta(days=8)
    for number in range(5):
        reader(haven, email=f"r{number}@voorbeeld.nl", verstuurd_tot=since)
    signal(haven)
    reads = []
    real = digest._read

    def counted(*args: object) -> list[object]:
        reads.append(args)
        return real(*args)  # type: ignore[arg-type, return-value]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(digest, "_read", counted)
        assert send() == 5
    assert len(reads) == 1
