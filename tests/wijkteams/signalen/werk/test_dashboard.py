"""Signals on the dashboard of the CMS."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Staat
from wijkteams.signalen.werk.dashboard import waiting

pytestmark = pytest.mark.django_db


def _numbers(user: User) -> dict[str, int]:
    return {one.url.rpartition("?")[2]: one.number for one in waiting(user)}


def test_what_waits_is_counted_for_who_may_see_it(
    joris: User, ans: User, haven: Wijk, sluis: Wijk
) -> None:
    make.signal(haven, public=False)
    make.signal(haven, toegewezen_aan=joris, staat=Staat.OPGEPAKT)
    make.confidential(haven)
    hidden = make.confidential(sluis)
    services.step(hidden.pk, Staat.OPGELOST, openbare_zin="Er is hulp.")
    mine = _numbers(joris)
    assert (mine["staat=nieuw"], mine["let_op=mijn"], mine["let_op=blik"]) == (1, 1, 1)
    assert mine["let_op=tweede"] == 0
    assert _numbers(ans)["let_op=tweede"] == 1


def test_the_panel_leads_to_the_queue(as_joris: Client, as_wim: Client, haven: Wijk) -> None:
    make.signal(haven)
    assert "/beheer/signalen/?staat=nieuw" in as_joris.get("/beheer/").content.decode()
    assert "/beheer/signalen/" not in as_wim.get("/beheer/").content.decode()
