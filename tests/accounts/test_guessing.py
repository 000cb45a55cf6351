"""Guessing a password (R-27): few tries, for many networks, without locking out honest people."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts import tries
from accounts.models import User
from core.models import Poging
from core.security.throttle import Throttle, forget_old_tries
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db

WRONG = "fout-fout-fout"


def log_in(email: str, password: str = WRONG, *, path: str = "/inloggen/", **extra: str) -> Any:
    client = Client(**extra)  # type: ignore[arg-type]
    return client.post(path, {"login": email, "password": password})


def test_after_five_wrong_tries_also_the_right_password_waits_a_quarter(joris: User) -> None:
    statuses = [log_in(joris.email).status_code for _ in range(11)]
    right = log_in(joris.email, PASSWORD)

    assert statuses == [200] * 5 + [429] * 6
    assert right.status_code == 429
    assert 0 < int(right["Retry-After"]) <= 900
    assert "te vaak" in right.content.decode().lower() or "wacht" in right.content.decode().lower()


def test_the_lock_is_what_stops_it(joris: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries.Guard, "take", lambda *args, **kwargs: 0)

    assert {log_in(joris.email).status_code for _ in range(11)} == {200}
    assert log_in(joris.email, PASSWORD).status_code == 302


def test_after_a_quarter_it_opens_again(joris: User) -> None:
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        for _ in range(5):
            log_in(joris.email)
    with time_machine.travel(start + timedelta(minutes=14, seconds=59), tick=False):
        assert log_in(joris.email, PASSWORD).status_code == 429
    with time_machine.travel(start + timedelta(minutes=15, seconds=1), tick=False):
        assert log_in(joris.email, PASSWORD).status_code == 302


def test_an_unknown_name_is_locked_just_the_same(joris: User) -> None:
    statuses = [log_in("niemand@sluisdam.example").status_code for _ in range(7)]

    assert statuses == [200] * 5 + [429] * 2


def test_capitals_and_spaces_are_the_same_name(joris: User) -> None:
    names = ["joris@sluisdam.example", "JORIS@sluisdam.example", " joris@sluisdam.example "]

    statuses = [log_in(name).status_code for name in names * 2]

    assert statuses[-1] == 429


def test_who_types_well_starts_anew(joris: User) -> None:
    for _ in range(3):
        assert [log_in(joris.email).status_code for _ in range(4)] == [200] * 4
        assert log_in(joris.email, PASSWORD).status_code == 302


def test_a_spoofed_header_gives_no_new_tries(joris: User) -> None:
    statuses = [
        log_in(joris.email, HTTP_X_FORWARDED_FOR=f"203.0.113.{turn}").status_code
        for turn in range(7)
    ]

    assert statuses[-2:] == [429, 429]


def test_behind_a_proxy_only_its_own_hop_counts(joris: User, settings: Any) -> None:
    settings.BEHIND_PROXY = True
    spoofed = [
        log_in(joris.email, HTTP_X_FORWARDED_FOR=f"198.51.100.{turn}, 203.0.113.9").status_code
        for turn in range(6)
    ]
    elsewhere = log_in(joris.email, PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.10")

    assert spoofed[-1] == 429
    assert elsewhere.status_code == 302


def test_a_whole_ipv6_network_of_64_bits_is_one(joris: User) -> None:
    statuses = [
        log_in(joris.email, REMOTE_ADDR=f"2001:db8:1:2::{turn:x}").status_code
        for turn in range(1, 7)
    ]
    other = log_in(joris.email, PASSWORD, REMOTE_ADDR="2001:db8:1:3::1")

    assert statuses[-1] == 429
    assert other.status_code == 302


def test_many_networks_lock_the_name_and_the_owner_gets_a_way_in(joris: User) -> None:
    statuses = [
        log_in(joris.email, REMOTE_ADDR=f"10.0.{turn // 4}.1").status_code for turn in range(52)
    ]
    assert statuses == [200] * 50 + [429] * 2
    assert log_in(joris.email, PASSWORD, REMOTE_ADDR="192.0.2.1").status_code == 429

    (message,) = mail.outbox
    assert message.to == [joris.email]
    link = re.search(r"http://testserver(/inloggen/\S+)", str(message.body))
    assert link
    assert log_in("wim@s.example", path=link[1], REMOTE_ADDR="192.0.2.2").status_code == 200
    owner = log_in(joris.email, PASSWORD, path=link[1], REMOTE_ADDR="192.0.2.1")
    assert owner.status_code == 302


def test_the_key_of_a_mail_opens_one_name_for_one_day(joris: User, wim: User) -> None:
    with time_machine.travel(timezone.now() - timedelta(hours=25)):
        old = tries.unlock_key(joris)
    fresh = tries.unlock_key(joris)

    assert tries.unlocks(fresh, joris.email)
    assert not tries.unlocks(fresh, wim.email)
    assert not tries.unlocks(fresh.swapcase(), joris.email)
    assert not tries.unlocks(fresh[:-1], joris.email)
    assert not tries.unlocks(old, joris.email)


def test_forty_people_of_one_library_all_get_in(haven: Any) -> None:
    """Each makes a typing error first: 40 of 40 pass from one address."""
    people = [
        User.objects.create_user(f"b{number}@sluisdam.example", PASSWORD) for number in range(40)
    ]
    passed = 0
    for person in people:
        assert log_in(person.email).status_code == 200
        passed += log_in(person.email, PASSWORD).status_code == 302

    assert passed == 40


def test_one_try_for_each_of_two_hundred_names_is_stopped(hub: Any) -> None:
    statuses = [log_in(f"naam{number}@sluisdam.example").status_code for number in range(120)]

    assert statuses.count(200) == 100
    assert set(statuses[100:]) == {429}


def test_no_name_and_no_address_is_stored(joris: User) -> None:
    log_in(joris.email, REMOTE_ADDR="192.0.2.77")

    rows = list(Poging.objects.values_list("key", flat=True))
    assert len(rows) == 3
    assert all(re.fullmatch("[0-9a-f]{64}", key) for key in rows)


def test_after_a_day_nothing_is_left(joris: User) -> None:
    log_in(joris.email)
    assert Poging.objects.exists()

    with time_machine.travel(timezone.now() + timedelta(hours=24, seconds=1)):
        forget_old_tries.func()

    assert not Poging.objects.exists()


def test_a_count_is_one_statement(rf: Any, django_assert_num_queries: Any) -> None:
    throttle = Throttle("test", limit=2, seconds=60)
    with django_assert_num_queries(1):
        assert throttle.count_wrong_try(rf.get("/")) == 1
    assert not throttle.is_closed(rf.get("/"))
    assert throttle.count_wrong_try(rf.get("/")) == 2
    assert throttle.is_closed(rf.get("/"))
    assert not Throttle("other", limit=2, seconds=60).is_closed(rf.get("/"))


def test_the_second_door_of_wagtail_and_django_is_closed(client: Client, joris: User) -> None:
    data = {"username": joris.email, "password": PASSWORD}
    assert client.post("/beheer/login/", data)["Location"].startswith("/inloggen/")
    assert client.post("/django-admin/login/", data).status_code == 404
    assert client.get("/beheer/password_reset/").status_code == 404
    assert client.get("/beheer/").status_code == 302


@pytest.mark.parametrize(
    "password",
    [
        "kort-woord",
        "123456789012",
        "passwordpassword",
        "Password123456!",
        "qwertyuiop123",
        "aaaaaaaaaaaaaaaa",
        "welkom2026!!!!!",
    ],
)
def test_what_guessers_try_first_is_refused_offline(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize("password", ["vier buren een tuin", PASSWORD, "Zj7-mosgroen-brug"])
def test_a_good_password_is_taken(password: str) -> None:
    assert validate_password(password) is None
