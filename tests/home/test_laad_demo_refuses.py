"""`laad_demo` leaves nothing behind when it fails, and stays away from real cities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import CommandError
from django.test import override_settings

import home.demo
from home.management.commands import laad_demo
from tests.home.demo_city import AS_DEMO, originals, rows, run_demo
from wijkteams.models import Wijk


@pytest.fixture
def _demo(db: None) -> Iterator[None]:
    with override_settings(**AS_DEMO):
        yield


@pytest.mark.usefixtures("_demo")
@pytest.mark.parametrize("step", ["load_people", "load_translations"])
def test_after_a_failure_no_row_and_no_file_is_left(
    monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before, files = rows(), originals()

    def fail(*args: Any) -> None:
        assert Wijk.objects.count() == 8
        assert originals() > files
        raise OSError("the disk is full")

    monkeypatch.setattr(home.demo, step, fail)

    with pytest.raises(OSError, match="disk is full"):
        run_demo()

    assert rows() == before
    assert originals() == files


def test_a_real_city_is_refused_with_a_word_on_what_to_do(db: None) -> None:
    with pytest.raises(CommandError, match=r"make run.*--toch"):
        run_demo()

    assert not Wijk.objects.exists()


def test_who_insists_gets_the_demo_anywhere(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[bool] = []
    monkeypatch.setattr(laad_demo, "load_all", lambda: loaded.append(True))

    said = run_demo(toch=True)

    assert loaded == [True]
    assert "Sluisdam is klaar." in said
