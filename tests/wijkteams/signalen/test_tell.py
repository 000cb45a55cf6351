"""A new signal is written, whatever its code turns out to be."""

from __future__ import annotations

import pytest

from tests.factories.signalen import signal
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_a_code_that_is_taken_is_not_used_again(haven: Wijk) -> None:
    first = signal(haven)
    second = signal(haven, code=first.code)
    first.refresh_from_db()
    assert second.code != first.code
    assert second.pk != first.pk
