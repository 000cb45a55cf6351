"""Somebody leaves, or a volunteer stops it, while mails leave."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from nieuws.models import Abonnee, Abonnement, Editie, Lijst, NieuwsbriefPage, Zending
from nieuws.verzenden import batch, services
from nieuws.verzenden.outcome import Kind, Outcome
from nieuws.verzenden.starting import start
from nieuws.verzenden.turns import turn
from tests.factories.nieuws import reader
from tests.nieuws.verzenden.conftest import planned
from wijkteams.models import Thema, Wijk

pytestmark = pytest.mark.django_db


class Doing:
    """A channel that does something after the first mail."""

    def __init__(self, after_first: Any) -> None:
        self.after_first, self.sent = after_first, []

    def open(self) -> None: ...

    def close(self) -> None: ...

    def send(self, row: Any, to: str) -> Outcome:
        self.sent.append(to)
        if len(self.sent) == 1:
            self.after_first()
        return Outcome(Kind.SENT)


@pytest.fixture
def during(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Use as `during(what)`: it happens after the first mail; gives the channel."""

    def use(what: Any) -> Doing:
        doing = Doing(what)
        monkeypatch.setattr("nieuws.verzenden.turns.channel", lambda *_args: doing)
        monkeypatch.setattr(batch, "LOOK_AFTER", -1)
        return doing

    return use


def states(editie: Editie) -> dict[str, str]:
    rows = Zending.objects.filter(editie=editie).values_list("abonnee__email", "status")
    return {str(email).partition("@")[0]: status for email, status in rows}


def test_who_leaves_while_it_is_sent_gets_nothing(editie: Editie, during: Any) -> None:
    cor = Abonnement.objects.filter(abonnee__email__startswith="cor")
    doing = during(lambda: cor.update(status=Abonnement.Status.AFGEMELD))
    turn(editie.pk)
    assert len(doing.sent) == 2
    assert states(editie)["cor"] == "overgeslagen"


def test_to_whom_mail_stopped_arriving_gets_nothing(editie: Editie, during: Any) -> None:
    cor = Abonnee.objects.filter(email__startswith="cor")
    doing = during(lambda: cor.update(stand=Abonnee.Stand.GESCHORST))
    turn(editie.pk)
    assert len(doing.sent) == 2


def test_who_was_erased_gets_nothing(editie: Editie, during: Any) -> None:
    doing = during(lambda: Abonnee.objects.filter(email__startswith="cor").delete())
    turn(editie.pk)
    assert len(doing.sent) == 2
    editie.refresh_from_db()
    assert editie.status == Editie.Status.KLAAR


def test_who_leaves_one_list_and_is_on_the_other_gets_it_by_that(
    page: NieuwsbriefPage, lijst: Lijst, haven: Wijk, joris: User, during: Any
) -> None:
    thema = Thema.objects.create(name="Groen", slug="groen")
    groen = Lijst.objects.create(wijk=haven, thema=thema, title="Groen", code="haven-groen")
    for name in ("bep", "cor"):
        reader(lijst, f"{name}@sluisdam.example")
    other = reader(groen, "cor@sluisdam.example")
    editie = planned(page, lijst, joris)
    editie.lijsten.add(groen)
    first = Abonnement.objects.filter(abonnee=other.abonnee, lijst=lijst)
    doing = during(lambda: first.update(status=Abonnement.Status.AFGEMELD))
    turn(editie.pk)
    assert sorted(doing.sent) == ["bep@sluisdam.example", "cor@sluisdam.example"]
    assert editie.zendingen.get(abonnee=other.abonnee).abonnement == other


def test_a_pause_holds_in_the_middle_and_resuming_sends_the_rest_once(
    editie: Editie, during: Any, joris: User
) -> None:
    doing = during(lambda: services.pause(editie))
    turn(editie.pk)
    assert len(doing.sent) == 1
    services.resume(editie, by=joris)
    assert sorted(doing.sent) == [f"{name}@sluisdam.example" for name in ("bep", "cor", "ria")]


def test_calling_off_in_the_middle_leaves_the_rest_unsent(editie: Editie, during: Any) -> None:
    doing = during(lambda: services.cancel(editie))
    turn(editie.pk)
    assert len(doing.sent) == 1
    editie.refresh_from_db()
    assert editie.status == Editie.Status.GEANNULEERD
    assert sorted(states(editie).values()) == ["overgeslagen", "overgeslagen", "verstuurd"]


def test_calling_off_before_the_start_leaves_no_rows(editie: Editie) -> None:
    start(editie)
    Editie.objects.filter(pk=editie.pk).update(status=Editie.Status.GEPLAND, started_at=None)
    services.cancel(editie)
    assert states(editie) == {}
    assert turn(editie.pk) is None


def test_without_looking_it_would_have_been_sent(
    editie: Editie, during: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with an old look somebody who left does get it."""
    cor = Abonnement.objects.filter(abonnee__email__startswith="cor")
    doing = during(lambda: cor.update(status=Abonnement.Status.AFGEMELD))
    monkeypatch.setattr(batch, "LOOK_AFTER", 60)
    turn(editie.pk)
    assert len(doing.sent) == 3


def test_a_look_is_never_older_than_a_quarter_of_a_second() -> None:
    assert batch.LOOK_AFTER <= 0.25
