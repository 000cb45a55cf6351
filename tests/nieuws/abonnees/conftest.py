from __future__ import annotations

import pytest

from accounts.models import User
from nieuws.models import Lijst
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import Rol


@pytest.fixture
def lijst(haven: Wijk) -> Lijst:
    """The list of Havenkwartier."""
    return Lijst.objects.get(wijk=haven, thema=None)


@pytest.fixture
def andere_lijst(sluis: Wijk) -> Lijst:
    """The list of Oude Sluis."""
    return Lijst.objects.get(wijk=sluis, thema=None)


@pytest.fixture
def hanna(haven: Wijk) -> User:
    """Ward manager (wijkbeheerder) of Havenkwartier: sees addresses."""
    return lid("hanna@sluisdam.example", Rol.WIJKBEHEERDER, haven)


@pytest.fixture
def as_hanna(hanna: User):  # type: ignore[no-untyped-def]
    """Hanna's browser."""
    return client_of(hanna)
