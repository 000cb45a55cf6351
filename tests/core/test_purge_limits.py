"""Each kind goes at its own limit: a minute before it stays, at the limit it goes (R-12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import call_command
from wagtail.admin.models import FormState
from wagtail.models import PageLogEntry

from accounts.models import User
from core.exports.ledger import record
from core.models import Inzage, InzagePersoon, Poging, Wislog
from core.privacy.engine import purge
from core.privacy.register import processings
from home.models import HomePage
from tests.core.test_purge import NOW, invitation, task
from wijkteams.models import Uitnodiging, Wijk
from wijkteams.moderatie import privacy as moderation
from wijkteams.moderatie.models import Inhoudsmelding

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
Left = Callable[[], bool]


def session_until(moment: datetime, wijk: Wijk) -> Left:
    Session.objects.create(session_key="x", session_data="", expire_date=moment)
    return Session.objects.exists


def log_of_work(moment: datetime, wijk: Wijk) -> Left:
    user = User.objects.create_user("oud@sluisdam.example", last_login=NOW)
    page = HomePage.objects.get()
    entry: Any = PageLogEntry.objects.log_action(page, "wagtail.edit", user=user)
    PageLogEntry.objects.filter(pk=entry.pk).update(timestamp=moment)
    return lambda: PageLogEntry.objects.filter(user=user).exists()


def access(moment: datetime, wijk: Wijk) -> Left:
    user = User.objects.create_user("oud@sluisdam.example", last_login=NOW)
    record(user, Inzage.Kind.EXPORT, "x")
    Inzage.objects.update(created_at=moment)
    return Inzage.objects.exists


def who_was_in_a_list(moment: datetime, wijk: Wijk) -> Left:
    user = User.objects.create_user("oud@sluisdam.example", last_login=NOW)
    record(user, Inzage.Kind.EXPORT, "x", addresses=["anna@sluisdam.example"])
    Inzage.objects.update(created_at=moment)
    return InzagePersoon.objects.exists


def unfinished_form(moment: datetime, wijk: Wijk) -> Left:
    user = User.objects.create_user("oud@sluisdam.example", last_login=NOW)
    kind = ContentType.objects.get_for_model(User)
    FormState.objects.create(data="x", user=user, content_type=kind, last_updated_at=moment)
    FormState.objects.update(last_updated_at=moment)
    return FormState.objects.exists


def expired_invitation(moment: datetime, wijk: Wijk) -> Left:
    invitation(wijk, expires_at=moment)
    return Uitnodiging.objects.exists


def sent_mail(moment: datetime, wijk: Wijk) -> Left:
    row = task(moment)
    return lambda: type(row).objects.filter(pk=row.pk).exists()


def unused_account(moment: datetime, wijk: Wijk) -> Left:
    User.objects.create_user(
        "oud@sluisdam.example",
        last_login=moment,
        warned_30_at=NOW - timedelta(days=30),
        warned_7_at=NOW - timedelta(days=7),
    )
    return lambda: User.objects.filter(email="oud@sluisdam.example").exists()


def too_many_tries(moment: datetime, wijk: Wijk) -> Left:
    Poging.objects.create(key="x", tries=5, until=moment)
    return Poging.objects.exists


def _report(moment: datetime, wijk: Wijk) -> Inhoudsmelding:
    return Inhoudsmelding.objects.create(
        wijk=wijk,
        soort="signaal",
        object_id=1,
        onderwerp="Kuil",
        uitleg="Hier staat mijn naam in.",
        email="anna@bewoner.example",
        gesloten_op=moment,
    )


def who_reported(moment: datetime, wijk: Wijk) -> Left:
    row = _report(moment, wijk)
    return lambda: Inhoudsmelding.objects.filter(pk=row.pk).exclude(email="").exists()


def what_was_reported(moment: datetime, wijk: Wijk) -> Left:
    row = _report(moment, wijk)
    return lambda: Inhoudsmelding.objects.filter(pk=row.pk).exclude(uitleg="").exists()


LIMITS: list[tuple[str, timedelta, Callable[[datetime, Wijk], Left]]] = [
    ("account", timedelta(days=730), unused_account),
    ("half-ingevuld", timedelta(days=1), unfinished_form),
    ("ingelogd-zijn", timedelta(), session_until),
    ("inzage", timedelta(days=365), who_was_in_a_list),
    ("inzage", timedelta(days=730), access),
    ("moderatie", moderation.CONTACT, who_reported),
    ("moderatie-besluiten", moderation.TEXT, what_was_reported),
    ("pogingen", timedelta(), too_many_tries),
    ("post", timedelta(days=7), sent_mail),
    ("uitnodigingen", timedelta(days=30), expired_invitation),
    ("werk-aan-de-site", timedelta(days=730), log_of_work),
]


@pytest.mark.parametrize(("key", "term", "make"), LIMITS)
def test_goes_at_the_limit_and_no_minute_sooner(
    key: str, term: timedelta, make: Callable[[datetime, Wijk], Left], haven: Wijk
) -> None:
    is_left = make(NOW - term + MINUTE, haven)
    assert is_left()

    purge(NOW)
    assert is_left()

    purge(NOW + 2 * MINUTE)
    assert not is_left()
    assert Wislog.objects.filter(processing=key).exists()


def test_no_kind_that_is_purged_is_forgotten_here() -> None:
    tried = {key for key, _term, _make in LIMITS}

    # Mail is caught in the demo only; the list of who was forgotten has test_forgotten_term;
    # sign-ups, messages and what was sent in go by the end of an activity (their own rooms);
    # readers of newsletters go by when they left, the lists they came from by when they were read;
    # all of surveys has a test of its own (enquetes/toegang/test_retention), and so have signals
    # (wijkteams/signalen/bewaren/test_retention).
    elsewhere = {"opgevangen-post", "vergeten", "aanbod", "aanmeldingen", "berichten"}
    elsewhere |= {"nieuwsbrief", "ingelezen-lijsten", "enquetes", "enquete-half-ingevuld"}
    elsewhere |= {"bewonerspanel", "enquete-een-keer", "enquete-uitslag-mail"}
    elsewhere |= {"signalen", "signalen-contact", "signalen-half-verteld"}
    elsewhere |= {"signalen-attendering", "signalen-inzage"}
    # Support, following and lists on paper (wijkteams/initiatieven/steun/test_privacy).
    elsewhere |= {"initiatieven-steun", "initiatieven-volgen", "initiatieven-steunlijst"}
    # Helpers and initiators (wijkteams/initiatieven/hulp/test_privacy, beheren/test_people).
    elsewhere |= {"initiatieven-hulp", "initiatieven-initiatiefnemers"}
    # Ideas (wijkteams/initiatieven/aanvragen/test_status_and_privacy).
    elsewhere |= {"initiatieven-aanvraag", "initiatieven-half-verteld"}
    assert {p.key for p in processings() if p.purge} - tried <= elsewhere


def test_command_goes_by_the_clock(haven: Wijk, capsys: pytest.CaptureFixture[str]) -> None:
    is_left = expired_invitation(NOW - timedelta(days=30), haven)

    with time_machine.travel(NOW - MINUTE, tick=False):
        call_command("purge", "--droog")
        assert "uitnodigingen: 0" in capsys.readouterr().out
    with time_machine.travel(NOW, tick=False):
        call_command("purge", "--droog")
        assert "uitnodigingen: 1" in capsys.readouterr().out
        assert is_left()
        call_command("purge")
    assert not is_left()
