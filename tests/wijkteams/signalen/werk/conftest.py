"""Who works with signals."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import Rol


@pytest.fixture
def ans(sluis: Wijk) -> User:
    """In the team for signals of Oude Sluis: sees confidential ones, and who told them."""
    return lid("ans@sluisdam.example", Rol.SIGNALENTEAM, sluis)


@pytest.fixture
def as_ans(ans: User) -> Client:
    """Ans' browser."""
    return client_of(ans)
