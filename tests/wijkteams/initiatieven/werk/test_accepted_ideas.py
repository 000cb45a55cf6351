"""What stays of an idea once it is an initiative is found, given and erased too (rule R-11)."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from core.privacy.engine import erase_person, export_person
from tests.factories import initiatieven as make
from tests.wijkteams.initiatieven.aanvragen.asking import a_photo
from wijkteams.initiatieven.models import (
    AanvraagFoto,
    InitiatiefAanvraag,
    Initiatiefnemer,
)
from wijkteams.initiatieven.werk import services
from wijkteams.models import Image, Wijk

pytestmark = pytest.mark.django_db
MAIL, LATER = "rie@voorbeeld.nl", "kees@voorbeeld.nl"
AT_HOME = {"hele_wijk": False, "latitude": 52.1, "longitude": 4.6, "plaats_tekst": "Mijn tuin"}


@pytest.fixture
def accepted(joris: User, haven: Wijk) -> InitiatiefAanvraag:
    """Of Rie; Kees came on the team's word, a week after."""
    idea = make.idee(haven, **AT_HOME)
    services.accept(idea.pk, door=joris)
    idea.refresh_from_db()
    Initiatiefnemer.objects.create(
        initiatief=idea.initiatief,
        name="Kees",
        email=LATER,
        bevestigd_op=timezone.now(),
        created_at=timezone.now() + timedelta(days=7),
    )
    return idea


def test_who_asks_for_it_gets_what_they_wrote(accepted: InitiatiefAanvraag) -> None:
    given = json.dumps(export_person(MAIL), ensure_ascii=False)

    for words in (accepted.idee, accepted.waarom, "Mijn tuin"):
        assert words in given, words


def test_who_came_later_gets_nothing_of_another(accepted: InitiatiefAanvraag) -> None:
    assert accepted.waarom not in json.dumps(export_person(LATER), ensure_ascii=False)

    erase_person(LATER)

    accepted.refresh_from_db()
    assert accepted.plaats_tekst == "Mijn tuin"


def test_who_is_forgotten_leaves_no_words_and_no_home(accepted: InitiatiefAanvraag) -> None:
    erase_person(MAIL)

    accepted.refresh_from_db()
    left = (accepted.idee, accepted.waarom, accepted.plaats_tekst, accepted.nodig)
    assert left == ("", "", "", {})
    assert (accepted.latitude, accepted.longitude) == (None, None)
    assert sorted(one.name for one in Initiatiefnemer.objects.all()) == ["", "Kees"]


def test_no_name_stands_below_the_photo(joris: User, haven: Wijk) -> None:
    idea = make.idee(haven)
    idea.initiatiefnemers.update(naam_openbaar=True)
    photo = AanvraagFoto(aanvraag=idea)
    photo.file.save("tuin.jpg", a_photo(), save=True)

    services.accept(idea.pk, door=joris, wanted=services.Wanted(foto_alt="Een tuin"))

    assert [one.photographer for one in Image.objects.all()] == ["een bewoner"]
