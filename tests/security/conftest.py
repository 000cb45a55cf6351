"""One ward with one of everything."""

from __future__ import annotations

import pytest

from accounts.models import User
from tests.security.addresses import Ground, lay_ground
from wijkteams.models import Wijk


@pytest.fixture
def ground(haven: Wijk, sluis: Wijk, joris: User) -> Ground:
    """Everything that an address can name, in Joris' ward."""
    return lay_ground(haven, joris)
