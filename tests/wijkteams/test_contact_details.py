"""R-04: addresses of mail of the team are for who cares for the team; for others also no oracle."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from nieuws.models import NieuwsIndexPage
from tests.conftest import client_of
from tests.factories import lid, news
from tests.routes import all_routes
from wijkteams import invitations
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db

ADDRESS = "noor-van-dijk@prive.example"
INVITED = "amira@prive.example"


@pytest.fixture
def noor(haven: Wijk, haven_news: NieuwsIndexPage) -> User:
    """Ward manager, who wrote and published; and somebody she invited."""
    noor = lid(ADDRESS, Rol.WIJKBEHEERDER, haven)
    User.objects.filter(pk=noor.pk).update(first_name="Noor", last_name="van Dijk")
    noor.refresh_from_db()
    page = news(haven_news, "Het badhuis", owner=noor)
    page.save_revision(user=noor, log_action=True).publish(user=noor)
    invitations.invite(email=INVITED, wijk=haven, rol=Rol.SCHRIJVER, invited_by=noor)
    return noor


def lists() -> list[str]:
    """The addresses of the CMS that name no thing: lists, searches, reports, exports."""
    paths = [
        f"/{r.path}" for r in all_routes() if r.is_cms and not r.arguments and "^" not in r.path
    ]
    left_out = ("logout", "stijl", "handleiding", "results", "chooser", "sprite", "jsi18n")
    shown = [path for path in paths if not any(word in path for word in left_out)]
    return [*shown, *(f"{path}?export=csv" for path in shown if "/reports/" in path)]


def all_that_is_seen(client: Client) -> list[str]:
    seen = []
    for address in lists():
        answer = client.get(address)
        if answer.status_code == 200:
            body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[arg-type]
            seen.append(f"{address}: {body.decode('utf-8', 'replace')}")
    return seen


@pytest.mark.parametrize("role", [Rol.REDACTEUR, Rol.SCHRIJVER])
def test_colleagues_do_not_see_addresses(noor: User, haven: Wijk, role: str) -> None:
    client = client_of(lid("joris@sluisdam.example", role, haven))

    seen = all_that_is_seen(client)

    assert not [text.partition(":")[0] for text in seen if ADDRESS in text or INVITED in text]
    assert client.get("/beheer/").status_code == 200, "still logged in"


def test_who_cares_for_the_team_sees_them(noor: User) -> None:
    seen = all_that_is_seen(client_of(noor))

    assert any(ADDRESS in text for text in seen)
    assert any(INVITED in text for text in seen)


@pytest.mark.parametrize("query", [f"?q={ADDRESS}", "?q=prive.example", f"?wijk=1&q={INVITED}"])
def test_searching_for_an_address_finds_nothing_for_others(
    noor: User, as_joris: Client, query: str
) -> None:
    for screen in ("lidmaatschap", "uitnodiging"):
        assert as_joris.get(f"/beheer/{screen}/{query}").status_code == 302
