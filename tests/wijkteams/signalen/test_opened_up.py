"""A signal that was confidential and is opened up: what was said then stays between two (G4)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import lid
from tests.factories.signalen import category, confidential
from wijkteams.models import Wijk
from wijkteams.moderatie.registry import subject_for
from wijkteams.roles import Rol
from wijkteams.signalen import services, tokens
from wijkteams.signalen.models import Medemelder, Melder, Openbaarheid, Opvolging, Signaal
from wijkteams.signalen.vertellen.letters import tell_of_step
from wijkteams.signalen.werk import arranging
from wijkteams.signalen.werk.dossier import chosen, order, sheet_of

pytestmark = pytest.mark.django_db
SAID = "De huisarts van Greet weet het nu."
REFUSED = "Greet is opgenomen."
AFTER = "Het pad is nu vrij."


@pytest.fixture
def mo(haven: Wijk) -> User:
    return lid("mo@wijkteam.example", Rol.WIJKBEHEERDER, haven)


@pytest.fixture
def opened(haven: Wijk, mo: User, joris: User) -> Signaal:
    """Said to who told it, once refused by a second look, opened, and said to all."""
    signaal = confidential(haven, email="jan@bewoner.example")
    Melder.objects.update(bevestigd_op=timezone.now())
    services.step(signaal.pk, "opgepakt", openbare_zin=SAID, door=joris)
    waits = services.step(signaal.pk, "opgelost", openbare_zin=REFUSED, door=joris)
    arranging.not_yet(waits.pk, door=mo, waarom="Nog even bellen.")
    arranging.sort(signaal.pk, categorie=category(), klasse="openbaar")
    services.step(signaal.pk, "besproken", openbare_zin=AFTER, door=joris)
    return services.show(signaal.pk, Openbaarheid.OPENBAAR)


def test_all_read_only_what_was_said_since(opened: Signaal, mo: User) -> None:
    follower = Medemelder.objects.create(
        signaal=opened, email="ali@bewoner.example", bevestigd_op=timezone.now()
    )
    token = tokens.make(tokens.VOLGEN, follower.code)
    code = opened.code
    for address in (
        f"/havenkwartier/signalen/{code}/",
        f"/georeport/v2/requests/{code}.json?extended=true",
        "/georeport/v2/servicerequestupdates.json",
        f"/signaal/volgen/{token}/",
    ):
        answer = Client().get(address)
        assert AFTER in answer.text, address
        assert SAID not in answer.text, address
        assert REFUSED not in answer.text, address
    subject = subject_for(opened)
    assert subject is not None
    read = str(subject.parts(opened))
    assert AFTER in read
    assert SAID not in read
    row = order(opened.wijk, [opened.pk], "Overleg", by=mo)
    sheet, _files = sheet_of(row)
    assert AFTER in str(sheet)
    assert SAID not in str(sheet)
    assert len(chosen(row)) == 1


def test_who_told_it_still_reads_what_was_said_to_them(opened: Signaal) -> None:
    token = tokens.make(tokens.STATUS, Melder.objects.get().code)
    page = Client().get(f"/signaal/mijn/{token}/").text
    assert SAID in page
    assert AFTER in page


def test_what_a_second_look_refused_nobody_hears(opened: Signaal, mo: User) -> None:
    """Not even who told it: it was not so. The team can read back what was proposed."""
    token = tokens.make(tokens.STATUS, Melder.objects.get().code)
    assert REFUSED not in Client().get(f"/signaal/mijn/{token}/").text
    client = Client()
    client.force_login(mo)
    screen = client.get(f"/beheer/signalen/{opened.pk}/").text
    assert REFUSED in screen
    assert "Nog even bellen." in screen
    refused = Opvolging.objects.get(interne_notitie__contains=REFUSED)
    assert refused.van == refused.naar == "opgepakt"


def test_a_mail_that_is_written_after_the_opening_is_as_silent(opened: Signaal) -> None:
    """The worker may come an hour later."""
    mail.outbox.clear()
    tell_of_step.call(opvolging=Opvolging.objects.get(openbare_zin=SAID).pk)
    (letter,) = mail.outbox
    assert letter.to == ["jan@bewoner.example"]
    assert SAID not in f"{letter.body}{letter.alternatives}"
