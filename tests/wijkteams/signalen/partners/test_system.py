"""Signals go to the system of a partner, and its answer comes back: against a real peer (G8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django_tasks import TaskContext, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from core.scheduler.later import TryLaterError
from tests.factories.signalen import confidential, partner, signal
from tests.wijkteams.signalen.partners.peer import KEY, Running, running
from wijkteams.models import Organisatie, Wijk
from wijkteams.signalen.models import Doorzending, Koppeling, Signaal, Staat
from wijkteams.signalen.partners import services
from wijkteams.signalen.partners.koppeling.sealing import seal, unseal
from wijkteams.signalen.partners.koppeling.tasks import follow_systems
from wijkteams.signalen.partners.koppeling.telling import BUSY, TRIES, tell_system

pytestmark = pytest.mark.django_db


@pytest.fixture
def peer(settings: Any) -> Iterator[Running]:
    with running() as one:
        settings.FETCH_LOCAL_PORTS = frozenset({one.port})
        yield one


@pytest.fixture(autouse=True)
def waiting_tasks(settings: Any) -> None:
    """What is enqueued waits as a row, as on a real site; `_tell` is the worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def gemeente(haven: Wijk, peer: Running) -> Organisatie:
    row = partner(haven, name="Gemeente", contact_email="")
    Koppeling.objects.create(
        organisatie=row, adres=peer.address, sleutel=seal(KEY), diensten={"": "OVERIG"}
    )
    return row


def _passed(signaal: Signaal, organisatie: Organisatie, **more: Any) -> Doorzending:
    told = {"weg": Doorzending.Weg.OPEN311} | more
    made = Doorzending(signaal=signaal, organisatie=organisatie, **told)
    return services.pass_on(made, openbare_zin="Doorgegeven.")


def _tell(doorzending: Doorzending, attempt: int = 1) -> Doorzending:
    class Result:
        attempts = attempt
        status = TaskResultStatus.RUNNING

    tell_system.func(TaskContext(task_result=Result()), doorzending.pk)  # type: ignore[arg-type]
    return Doorzending.objects.get(pk=doorzending.pk)


def test_the_whole_way(haven: Wijk, joris: User, gemeente: Organisatie, peer: Running) -> None:
    signaal = signal(haven, email="jan@bewoner.example")
    told = _tell(_passed(signaal, gemeente, door=joris, bericht="Graag deze week."))
    assert (told.extern_nummer, told.extern_staat, told.fout) == ("MOR-7", "open", "")
    [seen] = peer.seen()
    assert seen["path"] == "/v2/requests.json"
    assert (seen["service_code"], seen["lat"], seen["long"]) == ("OVERIG", "52.010000", "4.710000")
    assert "De lantaarn is al weken stuk." in seen["description"]
    assert "Graag deze week." in seen["description"]
    assert not {"email", "first_name", "phone"} & set(seen)
    assert "jan@" not in str(seen)
    assert follow_systems.func() == 0
    peer.steer(state="closed", notes="De lamp is vervangen.")
    assert follow_systems.func() == 1
    assert follow_systems.func() == 0
    answered = Doorzending.objects.get()
    assert answered.stand == Doorzending.Stand.BEANTWOORD
    assert (answered.antwoord, answered.antwoord_staat) == ("De lamp is vervangen.", Staat.OPGELOST)
    letters = DBTaskResult.objects.filter(task_path__endswith="deliver")
    sent = [one.args_kwargs["kwargs"] for one in letters]
    assert [one["to"] for one in sent if "antwoord" in one["subject"]] == [joris.email]
    assert Signaal.objects.get().staat == Staat.DOORGEZET  # until the team checked it
    assert Koppeling.objects.get().gelezen_op is not None


def test_what_is_passed_on_will_be_told_whoever_is_killed(
    haven: Wijk, gemeente: Organisatie
) -> None:
    """The row and its task are written together, or neither is."""
    names = DBTaskResult.objects.filter(task_path__endswith="tell_system")
    with transaction.atomic():
        _passed(signal(haven), gemeente)
        assert names.count() == 1
        transaction.set_rollback(True)  # as of who is killed before the end
    assert (names.count(), Doorzending.objects.count()) == (0, 0)


def test_contact_goes_along_only_when_agreed(
    haven: Wijk, gemeente: Organisatie, peer: Running
) -> None:
    _tell(_passed(signal(haven, email="jan@bewoner.example"), gemeente, met_contact=True))
    assert peer.seen()[0]["email"] == "jan@bewoner.example"


def test_what_is_confidential_goes_to_no_system(
    haven: Wijk, joris: User, gemeente: Organisatie, peer: Running, client: Client
) -> None:
    with pytest.raises(ValidationError):
        _passed(confidential(haven), gemeente)
    later = _passed(signal(haven), gemeente)
    Signaal.objects.filter(pk=later.signaal_id).update(klasse="vertrouwelijk")
    _tell(later)
    assert peer.seen() == []
    client.force_login(joris)
    screen = f"/beheer/signaalpartners/{signal(haven).pk}/doorzetten/"
    assert 'value="open311"' in client.get(screen).text


def test_a_busy_system_is_tried_again_and_given_up_in_words(
    haven: Wijk, gemeente: Organisatie, peer: Running
) -> None:
    peer.steer(answer="busy")
    doorzending = _passed(signal(haven), gemeente)
    with pytest.raises(TryLaterError):
        _tell(doorzending)
    assert "later nog eens" in Doorzending.objects.get().fout
    given_up = _tell(doorzending, attempt=len(TRIES) + 1)
    assert given_up.fout == "De site geeft een fout (503)."
    peer.steer(answer="number")
    assert _tell(doorzending).extern_nummer == "MOR-7"
    _tell(doorzending)
    assert len(peer.seen()) == 3


@pytest.mark.parametrize(
    ("answer", "word"), [("cut", "niet of het is aangekomen"), ("odd", "gaf geen nummer")]
)
def test_what_may_have_come_in_is_never_told_twice_by_itself(
    haven: Wijk, gemeente: Organisatie, peer: Running, answer: str, word: str
) -> None:
    peer.steer(answer=answer)
    assert word in _tell(_passed(signal(haven), gemeente)).fout
    assert len(peer.seen()) == 1


def test_a_worker_killed_on_the_way_tells_it_no_second_time(
    haven: Wijk, gemeente: Organisatie, peer: Running
) -> None:
    doorzending = _passed(signal(haven), gemeente)
    Doorzending.objects.update(extern_staat=BUSY)
    assert "niet of het is aangekomen" in _tell(doorzending).fout
    assert peer.seen() == []


def test_a_redirect_takes_the_key_nowhere(
    haven: Wijk, gemeente: Organisatie, peer: Running
) -> None:
    peer.steer(answer="elsewhere")
    assert _tell(_passed(signal(haven), gemeente)).fout
    assert [one["path"] for one in peer.seen()] == ["/v2/requests.json"]


def test_a_wrong_key_is_said(haven: Wijk, gemeente: Organisatie) -> None:
    Koppeling.objects.update(sleutel=seal("fout"))
    assert "sleutel" in _tell(_passed(signal(haven), gemeente)).fout


def test_a_number_that_comes_later_is_asked_for(
    haven: Wijk, gemeente: Organisatie, peer: Running
) -> None:
    peer.steer(answer="token")
    assert _tell(_passed(signal(haven), gemeente)).extern_nummer == "token:t-1"
    follow_systems.func()
    assert Doorzending.objects.get().extern_nummer == "MOR-7"


def test_an_address_inside_is_refused(haven: Wijk, gemeente: Organisatie, settings: Any) -> None:
    settings.FETCH_LOCAL_PORTS = frozenset()
    settings.FETCH_HTTP = True
    Koppeling.objects.update(adres="http://127.0.0.1/v2")
    told = _tell(_passed(signal(haven), gemeente))
    assert told.fout == "Dit adres is niet van een openbare site."


def test_the_screen_keeps_the_key_closed(
    as_fatma: Client, as_joris: Client, haven: Wijk, sluis: Wijk
) -> None:
    row = partner(sluis)
    address = reverse("signaalpartner:koppeling", args=[row.pk])
    assert as_joris.get(address).status_code != 200
    sent = {
        "adres": "https://gemeente.example/v2",
        "sleutel": KEY,
        "dienst_": "X",
        "is_actief": "on",
    }
    assert as_fatma.post(address, sent | {"dienst_licht": "L1"}).status_code == 302
    kept = Koppeling.objects.get()
    assert KEY not in kept.sleutel
    assert unseal(kept.sleutel) == KEY
    assert kept.diensten == {"": "X", "licht": "L1"}
    assert KEY not in as_fatma.get(address).text
    as_fatma.post(address, sent | {"sleutel": ""})
    assert unseal(Koppeling.objects.get().sleutel) == KEY
    inside = as_fatma.post(address, sent | {"adres": "http://gemeente.example/v2"})
    assert "https://" in str(inside.context["form"].errors["adres"])


def test_a_key_of_another_site_opens_nothing(settings: Any) -> None:
    closed = seal(KEY)
    settings.SECRET_KEY = "ander"
    assert unseal(closed) == ""
