"""Erased stays erased, also after an old backup was put back (R-11, R-37)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import timezone

from accounts.models import User
from core.models import StadInstellingen
from core.privacy.engine import erase_person
from core.privacy.forgotten import addresses, forget_again, make_list, read_lists
from home.models import HomePage

ANNA = "anna.bakker@sluisdam.example"


@pytest.fixture
def lists(tmp_path: Path) -> Iterator[list[Path]]:
    """Two places that know who was forgotten."""
    found = [tmp_path / "een" / "vergeten.jsonl", tmp_path / "twee" / "vergeten.jsonl"]
    with override_settings(FORGOTTEN_LISTS=found):
        yield found


def before() -> str:
    return (timezone.now() - timedelta(days=1)).isoformat()


def test_both_lists_learn_of_an_erasure_and_hold_no_address(
    hub: HomePage, lists: list[Path]
) -> None:
    User.objects.create_user(ANNA, "x" * 20)

    erase_person(ANNA)

    for path in lists:
        text = path.read_text()
        assert len(text.splitlines()) == 2
        assert "anna" not in text.lower()
        assert path.stat().st_mode & 0o077 == 0
    assert len(read_lists(lists)) == 1


def test_dry_run_puts_nobody_on_the_list(hub: HomePage, lists: list[Path]) -> None:
    erase_person(ANNA, dry_run=True)

    assert not any(path.exists() for path in lists)


def test_person_who_is_back_is_erased_again(hub: HomePage, lists: list[Path]) -> None:
    """As after a restore: the account and a text with the address stand there again."""
    erase_person(ANNA)
    User.objects.create_user(ANNA, "x" * 20)
    User.objects.create_user("bob@sluisdam.example", "x" * 20)
    StadInstellingen.objects.update(footer_text=f"Vragen? {ANNA.title()}.")

    count = forget_again(read_lists(lists), since=before())

    assert count == 1
    assert ANNA not in addresses()
    assert "bob@sluisdam.example" in addresses()


def test_account_whose_address_was_another_then_is_found_by_number(
    hub: HomePage, lists: list[Path]
) -> None:
    user = User.objects.create_user(ANNA, "x" * 20)
    erase_person(ANNA)
    User.objects.create_user("oud.adres@sluisdam.example", "x" * 20, pk=user.pk)

    forget_again(read_lists(lists), since=before())

    assert "oud.adres@sluisdam.example" not in addresses()


def test_who_came_back_after_being_forgotten_is_left_alone(
    hub: HomePage, lists: list[Path]
) -> None:
    erase_person(ANNA)
    User.objects.create_user(ANNA, "x" * 20)
    later = (timezone.now() + timedelta(hours=2)).isoformat()

    assert forget_again(read_lists(lists), since=later) == 0
    assert ANNA in addresses()


def test_without_the_list_a_restored_person_stays(hub: HomePage, lists: list[Path]) -> None:
    """Control: it is the list that does it."""
    User.objects.create_user(ANNA, "x" * 20)

    assert forget_again([], since=before()) == 0
    assert ANNA in addresses()


def test_list_of_another_secret_key_is_not_believed(lists: list[Path]) -> None:
    make_list(lists[0])

    with (
        override_settings(SECRET_KEY="een andere sleutel " * 4),
        pytest.raises(ValueError, match="vergeten"),
    ):
        read_lists(lists)
