"""Who asks what is kept gets all of it; who asks to be forgotten, is (rule R-11)."""

from __future__ import annotations

import json

import pytest

from core.privacy.engine import erase_person, export_person
from tests.factories.signalen import confidential, partner, signal
from wijkteams.models import Organisatie, Wijk
from wijkteams.signalen.models import (
    Attendering,
    Doorzending,
    Medemelder,
    Melder,
    Signaal,
    Signaalconcept,
)

pytestmark = pytest.mark.django_db
MAIL = "sjoukje@merkteken.example"


@pytest.fixture
def all_over(haven: Wijk) -> Signaal:
    told = confidential(haven, email=MAIL, tekst="Mijn dochter eet niet")
    public = signal(haven, email=MAIL)
    Medemelder.objects.create(signaal=public, email=MAIL.upper(), kenmerk="k")
    Attendering.objects.create(wijk=haven, email=MAIL)
    Doorzending.objects.create(signaal=public, email=MAIL, antwoord_door="Sjoukje")
    Signaalconcept.objects.create(sleutel="x", inhoud={"email": MAIL}, vervalt="2031-01-01T00:00Z")
    partner(haven, contact_email=MAIL, contact_name="Sjoukje", contact_phone="0698765432")
    return told


def test_export_holds_what_they_told_and_where_they_stand(all_over: Signaal) -> None:
    text = json.dumps(export_person(MAIL), ensure_ascii=False).lower()

    for word in ("mijn dochter eet niet", "0698765432", "week", "kadeweg 12", all_over.code):
        assert word in text, word


def test_erasing_leaves_what_is_for_all_and_nobody_in_it(all_over: Signaal) -> None:
    erase_person(MAIL)

    all_over.refresh_from_db()
    assert (all_over.tekst, all_over.titel) == ("", all_over.categorie.name)
    public = Signaal.objects.exclude(pk=all_over.pk).get()
    assert public.tekst == "De lantaarn is al weken stuk."
    assert not Melder.objects.exists()
    assert Medemelder.objects.get().email == ""
    assert not Attendering.objects.exists()
    assert not Signaalconcept.objects.exists()
    assert Doorzending.objects.get().email == ""
    assert Organisatie.objects.get().contact_name == ""


def test_a_telephone_number_finds_who_left_no_address(haven: Wijk) -> None:
    signaal = signal(haven)
    Melder.objects.create(signaal=signaal, phone="0698765432")

    erase_person("iemand@anders.example", also=["06-98765432"])

    assert not Melder.objects.exists()
