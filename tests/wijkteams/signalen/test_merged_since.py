"""What happens to a signal that was put together with another one meanwhile."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import lid
from tests.factories.signalen import confidential, partner, signal
from wijkteams.models import Wijk
from wijkteams.roles import Rol
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Doorzending, Medemelder, Melder, Opvolging, Signaal
from wijkteams.signalen.nazorg import answering
from wijkteams.signalen.partners import services as partners
from wijkteams.signalen.vertellen.letters import tell_of_step
from wijkteams.signalen.werk import arranging
from wijkteams.signalen.werk.bulk import step_all

pytestmark = pytest.mark.django_db
SECRET = "De huisarts van Greet weet het nu."


@pytest.fixture
def mo(haven: Wijk) -> User:
    return lid("mo@wijkteam.example", Rol.WIJKBEHEERDER, haven)


def _pair(haven: Wijk, mo: User) -> tuple[Signaal, Signaal]:
    lead, child = signal(haven), signal(haven, email="jan@bewoner.example")
    Melder.objects.update(bevestigd_op=timezone.now())
    merging.merge(lead.pk, [child.pk], mo)
    lead.refresh_from_db()
    child.refresh_from_db()
    return lead, child


def test_one_that_follows_a_confidential_one_stays_as_closed(haven: Wijk, mo: User) -> None:
    """Else who told it is mailed the words of the other (requirement G4)."""
    lead, child = confidential(haven), confidential(haven, email="jan@bewoner.example")
    Melder.objects.update(bevestigd_op=timezone.now())
    merging.merge(lead.pk, [child.pk], mo)
    client = Client()
    client.force_login(mo)
    kind = signal(haven).categorie_id
    sent = client.post(
        f"/beheer/signalen/{child.pk}/soort/", {"categorie": kind, "klasse": "openbaar"}
    )
    assert sent.status_code == 422
    assert lead.code in sent.text
    child.refresh_from_db()
    assert child.is_vertrouwelijk
    assert child.categorie.slug == "zorg"  # all of it, or nothing


def test_a_mail_about_a_confidential_one_is_silent_whoever_gets_it(haven: Wijk, mo: User) -> None:
    """Also to who told one that is open itself, should that ever be."""
    lead, _child = _pair(haven, mo)
    Signaal.objects.filter(pk=lead.pk).update(klasse="vertrouwelijk")
    mail.outbox.clear()
    step = services.step(lead.pk, lead.staat, door=mo, openbare_zin=SECRET)
    tell_of_step.call(opvolging=step.pk)
    letters = [one for one in mail.outbox if one.to == ["jan@bewoner.example"]]
    assert letters
    assert not any(SECRET in f"{one.body}{one.alternatives}" for one in letters)


def test_the_answer_of_a_partner_goes_to_the_one_that_goes_on(haven: Wijk, mo: User) -> None:
    """Passed on, merged, and answered after that: both are as far (G8)."""
    lead, child = signal(haven), signal(haven, titel="Nog steeds donker")
    passed = partners.pass_on(
        Doorzending(signaal=child, organisatie=partner(haven), door=mo), openbare_zin="Gevraagd."
    )
    merging.merge(lead.pk, [child.pk], mo)
    partners.answer(passed.pk, antwoord="De lamp brandt.", door="Wim", staat="opgelost")
    client = Client()
    client.force_login(mo)
    address = f"/beheer/signaalpartners/antwoord/{passed.pk}/"
    lead.refresh_from_db()
    assert f'name="seen" value="{lead.stap}"' in client.get(address).text
    filled = {"naar": "opgelost", "openbare_zin": "De lamp brandt.", "seen": lead.stap}
    assert client.post(address, filled).status_code == 302
    for one in (lead, child):
        one.refresh_from_db()
        assert one.staat == "opgelost"
    assert Opvolging.objects.get(doorzending=passed, naar="opgelost").signaal == lead


def test_a_step_for_many_leaves_out_what_was_merged_since(haven: Wijk, mo: User) -> None:
    lead, child = _pair(haven, mo)
    done, refused = step_all(
        [child.pk], mo, naar="opgelost", openbare_zin="Klaar.", interne_notitie=""
    )
    assert (done, refused) == (0, [child.code])
    child.refresh_from_db()
    assert child.staat == lead.staat
    with pytest.raises(ValidationError, match=lead.code):
        services.step(child.pk, "opgelost", openbare_zin="Klaar.", door=mo)


def test_a_second_look_at_what_was_merged_since_closes_nothing(
    haven: Wijk, mo: User, joris: User
) -> None:
    lead, child = confidential(haven), confidential(haven)
    waits = services.step(child.pk, "opgelost", openbare_zin="Klaar.", door=joris)
    merging.merge(lead.pk, [child.pk], mo)
    with pytest.raises(ValidationError, match=lead.code):
        services.confirm(waits.pk, door=mo)
    child.refresh_from_db()
    assert not child.is_gesloten


def test_who_says_it_is_not_solved_while_it_is_merged_sees_no_fault(haven: Wijk, mo: User) -> None:
    """The row was read before the other volunteer put them together."""
    lead, child = signal(haven), signal(haven)
    for one in (lead, child):
        services.step(one.pk, "opgelost", openbare_zin="Klaar.", door=mo)
    rows = [
        Medemelder.objects.create(
            signaal=child, email=f"{n}@bewoner.example", gevraagd_op=timezone.now()
        )
        for n in range(2)
    ]
    read = [
        Medemelder.objects.select_related("signaal__samengevoegd_in").get(pk=r.pk) for r in rows
    ]
    assert [one.signaal.samengevoegd_in for one in read] == [None, None]
    merging.merge(lead.pk, [child.pk], mo)
    assert [answering.answer(one, False) for one in read] == [False, False]
    child.refresh_from_db()
    assert child.staat == "opgelost"


def test_loosened_twice_is_loosened_once(haven: Wijk, mo: User) -> None:
    _lead, child = _pair(haven, mo)
    merging.separate(child.pk, mo)
    steps = Opvolging.objects.count()
    with pytest.raises(ValidationError):
        merging.separate(child.pk, mo)
    assert Opvolging.objects.count() == steps


def test_what_is_off_the_site_is_not_taken_off_once_more(haven: Wijk, mo: User) -> None:
    for signaal in (confidential(haven), signal(haven)):
        if not signaal.is_vertrouwelijk:
            arranging.take_off(signaal.pk, reden="Namen.", grond="privacy", door=mo)
        with pytest.raises(ValidationError):
            arranging.take_off(signaal.pk, reden="Namen.", grond="privacy", door=mo)
