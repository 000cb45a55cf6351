"""What is kept of signals goes at its limit, not a minute sooner (requirement G14, rule R-12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from core.privacy.engine import purge
from tests.factories.signalen import category, confidential, signal
from wijkteams.models import Wijk
from wijkteams.signalen.bewaren import retention, terms
from wijkteams.signalen.models import (
    Attendering,
    Doorzending,
    Klasse,
    Medemelder,
    Melder,
    Openbaarheid,
    Opvolging,
    Raadpleging,
    Signaal,
    Signaalconcept,
    SignaalFoto,
    Staat,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 3, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def closed(signaal: Signaal, when: datetime) -> Signaal:
    Signaal.objects.filter(pk=signaal.pk).update(
        staat=Staat.OPGELOST, gesloten_op=when, bijgewerkt_op=when
    )
    signaal.refresh_from_db()
    return signaal


def with_photo(signaal: Signaal, **fields: Any) -> SignaalFoto:
    foto = SignaalFoto(signaal=signaal, **fields)
    foto.file.save("foto.jpg", ContentFile(b"x"))
    return foto


def test_who_told_it_goes_ninety_days_after_closing(haven: Wijk) -> None:
    signaal = closed(signal(haven, email="jan@bewoner.example"), NOW - terms.CONTACT)
    Medemelder.objects.create(signaal=signaal, email="a@x.example", kenmerk="a", bevestigd_op=NOW)
    Medemelder.objects.create(signaal=signaal, email="b@x.example", is_mee=False, bevestigd_op=NOW)
    Doorzending.objects.create(signaal=signaal, email="c@x.example", antwoord_door="Piet")

    purge(NOW - MINUTE)
    assert Melder.objects.exists()
    assert Medemelder.objects.exclude(email="").count() == 2
    assert Signaal.objects.get().plaats_tekst == "Kadeweg 12"

    purge(NOW)
    assert not Melder.objects.exists()
    mee = Medemelder.objects.get()
    assert (mee.email, mee.kenmerk, mee.is_mee) == ("", "", True)
    assert Signaal.objects.get().plaats_tekst == "Kadeweg"
    assert Doorzending.objects.get().antwoord_door == ""


def test_of_an_open_one_nothing_goes_however_old(haven: Wijk) -> None:
    signal(haven, email="jan@bewoner.example", gemeld_op=NOW - timedelta(days=4000))

    purge(NOW + timedelta(days=4000))

    assert Melder.objects.get().email == "jan@bewoner.example"
    assert Signaal.objects.get().plaats_tekst == "Kadeweg 12"


def test_a_merged_one_follows_the_one_it_went_into(haven: Wijk) -> None:
    lead = closed(signal(haven), NOW - terms.CONTACT)
    middle, last = signal(haven), signal(haven, email="jan@bewoner.example")
    Signaal.objects.filter(pk=middle.pk).update(samengevoegd_in=lead)
    Signaal.objects.filter(pk=last.pk).update(samengevoegd_in=middle)

    purge(NOW - MINUTE)
    assert Melder.objects.exists()
    purge(NOW)
    assert not Melder.objects.exists()


def test_a_limited_place_becomes_what_all_may_know(haven: Wijk) -> None:
    nuisance = category("overlast", Klasse.BEPERKT)
    signaal = closed(signal(haven, categorie=nuisance), NOW - terms.CONTACT)
    assert signaal.latitude != signaal.openbaar_latitude

    purge(NOW)

    signaal.refresh_from_db()
    assert signaal.latitude == signaal.openbaar_latitude is not None
    assert signaal.longitude == signaal.openbaar_longitude is not None


def test_a_photo_that_nobody_may_see_goes_from_the_disk(
    haven: Wijk, own_files: None, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    signaal = closed(signal(haven), NOW - terms.CONTACT)
    shown, unseen = with_photo(signaal, is_openbaar=True), with_photo(signaal)

    with django_capture_on_commit_callbacks(execute=True):
        purge(NOW)

    assert list(SignaalFoto.objects.all()) == [shown]
    assert shown.file.storage.exists(shown.file.name)
    assert not unseen.file.storage.exists(unseen.file.name)


@pytest.mark.parametrize("make", [confidential, signal])
def test_words_not_for_all_go_after_twelve_months(haven: Wijk, make: Callable[..., Any]) -> None:
    signaal = closed(make(haven), NOW - terms.TEXT)
    if not signaal.is_vertrouwelijk:
        Signaal.objects.update(openbaarheid=Openbaarheid.VERBORGEN)
    Opvolging.objects.update(interne_notitie="Mevrouw Jansen gebeld")

    purge(NOW - MINUTE)
    signaal.refresh_from_db()
    assert "Jansen" in Opvolging.objects.get().interne_notitie
    assert signaal.tekst

    purge(NOW)
    signaal.refresh_from_db()
    assert (signaal.titel, signaal.tekst) == (signaal.categorie.name, "")
    assert "12" not in signaal.plaats_tekst
    assert Opvolging.objects.get().interne_notitie == ""
    assert str(signaal.geanonimiseerd_op) == "2027-03-01"
    assert signaal.staat == Staat.OPGELOST  # what is counted stays


def test_of_a_confidential_one_no_place_is_left(haven: Wijk) -> None:
    closed(confidential(haven), NOW - terms.TEXT)

    purge(NOW)

    signaal = Signaal.objects.get()
    assert (signaal.latitude, signaal.longitude, signaal.plaats_tekst) == (None, None, "")
    assert signaal.wijk == haven


def test_a_confidential_one_that_was_left_alone_goes_too(haven: Wijk) -> None:
    signaal = confidential(haven, email="jan@bewoner.example")
    Signaal.objects.filter(pk=signaal.pk).update(bijgewerkt_op=NOW - terms.TEXT)

    purge(NOW - MINUTE)
    assert Melder.objects.exists()
    purge(NOW)
    signaal.refresh_from_db()
    assert (signaal.tekst, Melder.objects.exists()) == ("", False)


def test_words_on_the_site_stay_and_what_was_written_later_goes(haven: Wijk) -> None:
    signaal = closed(signal(haven), NOW - terms.TEXT)
    purge(NOW)
    signaal.refresh_from_db()
    assert signaal.tekst == "De lantaarn is al weken stuk."

    Opvolging.objects.create(signaal=signaal, naar=signaal.staat, interne_notitie="Piet belde")
    Signaal.objects.update(bijgewerkt_op=NOW + timedelta(days=1))
    purge(NOW + timedelta(days=2))

    assert not Opvolging.objects.exclude(interne_notitie="").exists()


def draft(moment: datetime, wijk: Wijk) -> Any:
    return Signaalconcept.objects.create(sleutel="x", vervalt=moment)


def alert(moment: datetime, wijk: Wijk) -> Any:
    return Attendering.objects.create(email="a@x.example", created_at=moment)


def follower(moment: datetime, wijk: Wijk) -> Any:
    return Medemelder.objects.create(
        signaal=signal(wijk), email="a@x.example", is_mee=False, created_at=moment
    )


def access(moment: datetime, wijk: Wijk) -> Any:
    return Raadpleging.objects.create(signaal=confidential(wijk), wat="gelezen", wanneer=moment)


@pytest.mark.parametrize(
    ("term", "make"),
    [
        (timedelta(), draft),
        (terms.UNCONFIRMED, alert),
        (terms.UNCONFIRMED, follower),
        (terms.ACCESS, access),
    ],
)
def test_the_rest_goes_at_its_own_limit(
    term: timedelta, make: Callable[[datetime, Wijk], Any], haven: Wijk
) -> None:
    row = make(NOW - term, haven)

    purge(NOW - MINUTE)
    assert type(row).objects.filter(pk=row.pk).exists()
    purge(NOW)
    assert not type(row).objects.filter(pk=row.pk).exists()


def test_who_confirmed_stays(haven: Wijk) -> None:
    Attendering.objects.create(email="a@x.example", created_at=NOW, bevestigd_op=NOW)

    purge(NOW + timedelta(days=1000))

    assert Attendering.objects.exists()


def test_twice_is_the_same_as_once_and_a_trial_changes_nothing(haven: Wijk) -> None:
    closed(confidential(haven, email="jan@bewoner.example"), NOW - terms.TEXT)

    tried = purge(NOW, dry_run=True, only=terms.KEYS)
    assert Melder.objects.exists()
    assert purge(NOW, only=terms.KEYS) == tried
    assert tried["signalen"] == 1
    assert not any(purge(NOW, only=terms.KEYS).values())


def test_a_round_that_was_killed_goes_on(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    closed(signal(haven, email="jan@bewoner.example"), NOW - terms.CONTACT)

    def dies(now: datetime) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(retention, "_forget_places", dies)
        with pytest.raises(KeyboardInterrupt):
            purge(NOW)
    assert Melder.objects.exists()

    purge(NOW)
    assert not Melder.objects.exists()


def test_the_command_counts_and_names_nobody(haven: Wijk) -> None:
    signaal = closed(confidential(haven, email="jan@bewoner.example"), NOW - timedelta(days=4000))
    out = StringIO()

    call_command("bewaartermijn_signalen", "--proef", stdout=out)

    said = out.getvalue()
    assert "signalen: 1" in said
    assert signaal.titel not in said
    assert "jan@" not in said
    assert Melder.objects.exists()
