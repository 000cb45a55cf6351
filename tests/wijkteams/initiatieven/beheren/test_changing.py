"""An initiator changes their page while the team edits it: both are shown and nothing is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.factories.initiatieven import initiatief, initiator
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.beheren import deciding
from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    Initiatiefnemer,
    InitiatiefPage,
    Wijziging,
)
from wijkteams.models import Wijk
from wijkteams.moderatie.models import Besluit
from wijkteams.moderatie.registry import subject_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven)


@pytest.fixture
def rie(bus: Initiatief) -> Initiatiefnemer:
    return initiator(bus)


def url(nemer: Initiatiefnemer) -> str:
    return f"/initiatief/beheren/{tokens.make(tokens.BEHEREN, nemer.code)}/wijzigen/"


def begin(client: Client, nemer: Initiatiefnemer) -> dict[str, str]:
    """What stands in the form when it opens."""
    body = client.get(url(nemer)).content.decode()
    was = re.search(r'name="was"[^>]*value="([^"]+)"', body) or re.search(
        r'value="([^"]+)"[^>]*name="was"', body
    )
    assert was
    page = InitiatiefPage.objects.get()
    words = {name: getattr(page, name) for name in ("title", "summary", "waarom", "wie")}
    return {**words, "was": was[1]}


def edit(*, publish: bool, **values: str) -> None:
    """What the team does in the CMS."""
    page = InitiatiefPage.objects.get().get_latest_revision_as_object()
    for name, text in values.items():
        setattr(page, name, text)
    revision = page.save_revision()
    if publish:
        revision.publish()


def test_change_waits_and_stands_there_when_the_team_agrees(
    client: Client, rie: Initiatiefnemer, joris: User
) -> None:
    client.post(url(rie), {**begin(client, rie), "waarom": "De winkel gaat weg."})
    assert InitiatiefPage.objects.get().waarom == ""
    row = Wijziging.objects.get()
    assert row.inhoud == {"waarom": "De winkel gaat weg."}
    assert "De winkel gaat weg." in client.get(url(rie)).content.decode()  # they write on it

    deciding.approve_change(row.pk, door=joris)

    page = InitiatiefPage.objects.get()
    assert page.waarom == "De winkel gaat weg."
    assert not page.has_unpublished_changes
    with pytest.raises(deciding.DecidedError):
        deciding.approve_change(row.pk, door=joris)


def test_what_is_not_changed_is_not_kept(client: Client, rie: Initiatiefnemer) -> None:
    client.post(url(rie), begin(client, rie))

    assert not Wijziging.objects.exists()


@pytest.mark.parametrize("publish", [True, False])
def test_edit_of_the_same_meanwhile_is_shown_beside_it(
    client: Client, rie: Initiatiefnemer, joris: User, publish: bool
) -> None:
    opened = begin(client, rie)
    edit(publish=publish, wie="De school helpt.")

    shown = client.post(url(rie), {**opened, "wie": "Acht buren rijden."}).content.decode()

    assert "De school helpt." in shown
    assert "Acht buren rijden." in shown
    row = Wijziging.objects.get()
    with pytest.raises(deciding.ConflictError) as told:
        deciding.approve_change(row.pk, door=joris)
    (one,) = told.value.conflicts
    assert (one.was, one.now, one.wanted) == ("", "De school helpt.", "Acht buren rijden.")
    both = "Acht buren rijden. De school helpt."
    deciding.approve_change(row.pk, door=joris, inhoud={"wie": both})
    assert InitiatiefPage.objects.get().wie == both


def test_edit_of_something_else_is_no_conflict_and_stays(
    client: Client, rie: Initiatiefnemer, joris: User
) -> None:
    opened = begin(client, rie)
    edit(publish=True, waarom="Het team schreef dit.")
    client.post(url(rie), {**opened, "wie": "Acht buren rijden."})

    deciding.approve_change(Wijziging.objects.get().pk, door=joris)

    page = InitiatiefPage.objects.get()
    assert (page.waarom, page.wie) == ("Het team schreef dit.", "Acht buren rijden.")


def test_draft_of_the_team_stays_a_draft_with_the_change_in_it(
    client: Client, rie: Initiatiefnemer, joris: User
) -> None:
    opened = begin(client, rie)
    edit(publish=False, waarom="Nog niet af.")
    client.post(url(rie), {**opened, "wie": "Acht buren rijden."})

    deciding.approve_change(Wijziging.objects.get().pk, door=joris)

    page = InitiatiefPage.objects.get()
    assert (page.waarom, page.wie) == ("", "Acht buren rijden.")
    assert page.has_unpublished_changes
    draft = page.get_latest_revision_as_object()
    assert (draft.waarom, draft.wie) == ("Nog niet af.", "Acht buren rijden.")


def test_of_who_is_trusted_it_stands_there_at_once_unless_both_changed_it(
    client: Client, bus: Initiatief, rie: Initiatiefnemer
) -> None:
    deciding.trust(rie.pk, trusted=True)
    client.post(url(rie), {**begin(client, rie), "title": "De boodschappenbus"})
    bus.refresh_from_db()
    assert bus.title == "De boodschappenbus"

    opened = begin(client, rie)
    edit(publish=True, wie="De school helpt.")
    client.post(url(rie), {**opened, "wie": "Acht buren rijden."})
    assert InitiatiefPage.objects.get().wie == "De school helpt."
    assert Wijziging.objects.get(controle=Controle.WACHT).inhoud == {"wie": "Acht buren rijden."}


def test_form_that_was_meddled_with_is_refused(client: Client, rie: Initiatiefnemer) -> None:
    opened = begin(client, rie)

    response = client.post(url(rie), {**opened, "wie": "x", "was": opened["was"] + "x"})

    assert response.status_code == 200
    assert not Wijziging.objects.exists()


def test_refused_change_says_why_and_can_be_looked_at_again(
    client: Client, rie: Initiatiefnemer, joris: User
) -> None:
    client.post(url(rie), {**begin(client, rie), "wie": "Jan van nummer 12."})
    row = Wijziging.objects.get()

    deciding.refuse_change(row.pk, "Er staat een naam in.", door=joris)

    row.refresh_from_db()
    assert row.controle == Controle.AFGEWEZEN
    assert InitiatiefPage.objects.get().wie == ""
    besluit = Besluit.objects.get()
    assert besluit.uitleg == "Er staat een naam in."
    subject: Any = subject_for(row)
    subject.show(row, door=joris)
    row.refresh_from_db()
    assert row.controle == Controle.WACHT
