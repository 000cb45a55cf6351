"""The panel: residents join by confirming, are asked and reminded once, and may leave."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from enquetes.models import Concept, Deelname, Enquete, Panellid, Panelronde
from enquetes.toegang import panel, rounds
from tests.conftest import client_of
from tests.enquetes.toegang.conftest import Make
from tests.factories import lid as member_of_team
from wijkteams.models import Wijk
from wijkteams.roles import Rol


def _paths(number: int = -1) -> list[str]:
    found = re.findall(r"https?://\S+", str(mail.outbox[number].body))
    return [urlsplit(one).path for one in found]


def _members(wijk: Wijk | None, number: int) -> None:
    for place in range(number):
        panel.join(f"lid{place}@bewoner.example", wijk, name=f"Lid {place}")
    for row in Panellid.objects.all():
        panel.confirm(row)
    mail.outbox.clear()


def test_a_resident_joins_with_a_button_in_a_mail(client: Client, haven: Wijk) -> None:
    html = client.post(
        "/havenkwartier/bewonerspanel/", {"email": "anna@bewoner.example"}, follow=True
    ).content.decode()
    assert "kijk in uw mail" in html
    (path,) = _paths()

    client.get(path)
    assert Panellid.objects.get().status == Panellid.Status.ONBEVESTIGD
    client.post(path, {"actie": "ja"})

    row = Panellid.objects.get()
    assert (row.status, row.wijk, row.confirmed_at is None) == ("actief", haven, False)


def test_a_member_leaves_with_the_same_link(client: Client, haven: Wijk) -> None:
    panel.join("anna@bewoner.example", haven)
    (path,) = _paths()
    client.post(path, {"actie": "ja"})

    assert "doet niet meer mee" in client.post(path, {"actie": "stop"}).content.decode()
    assert not Panellid.objects.exists()
    assert client.get(path).status_code == 404


def test_the_page_says_the_same_to_a_member(client: Client, haven: Wijk) -> None:
    _members(haven, 1)
    pages = {
        re.sub(
            r"csrf\w+\W+\w+",
            "",
            client.post(
                "/havenkwartier/bewonerspanel/", {"email": email}, follow=True
            ).content.decode(),
        )
        for email in ("lid0@bewoner.example", "nieuw@bewoner.example")
    }

    assert len(pages) == 1
    assert [one.subject for one in mail.outbox] == [
        "U zit al in het bewonerspanel",
        "Bevestig dat u meedoet met het bewonerspanel",
    ]


def test_no_mail_repeats_what_a_stranger_typed(client: Client, haven: Wijk) -> None:
    data = {"email": "anna@bewoner.example", "naam": "Koop nu bij kwaad.example"}
    client.post("/havenkwartier/bewonerspanel/", data)

    assert "kwaad.example" not in str(mail.outbox[-1].message())


def test_a_ward_that_stopped_takes_nobody(client: Client, haven: Wijk) -> None:
    Wijk.objects.filter(pk=haven.pk).update(status="gestopt")

    client.post("/havenkwartier/bewonerspanel/", {"email": "anna@bewoner.example"})

    assert not Panellid.objects.exists()


def test_the_page_asks_who_is_young_to_ask_first(client: Client, haven: Wijk) -> None:
    assert "jonger dan 16" in client.get("/havenkwartier/bewonerspanel/").content.decode()


def test_each_member_is_asked_once(make: Make, haven: Wijk, sluis: Wijk, joris: User) -> None:
    enquete = make("panel")
    _members(haven, 3)
    panel.join("fatma@bewoner.example", sluis)
    panel.join("nog-niet@bewoner.example", haven)
    mail.outbox.clear()

    for _time in range(2):
        rounds.order(enquete, "uitnodiging", by=joris)

    assert sorted(one.to[0] for one in mail.outbox) == [
        f"lid{number}@bewoner.example" for number in range(3)
    ]
    assert [one.mailed for one in Panelronde.objects.order_by("pk")] == [3, 0]


def test_the_link_in_the_mail_begins(client: Client, make: Make, haven: Wijk, joris: User) -> None:
    enquete = make("panel")
    _members(haven, 1)
    rounds.order(enquete, "uitnodiging", by=joris)
    fill_in, leave = _paths()

    assert client.get(fill_in).status_code == 200
    assert client.post(fill_in)["Location"] == f"/enquete/{enquete.code}/1/"
    assert Concept.objects.count() == 1
    assert "/bewonerspanel/lid/" in leave


def test_only_who_did_not_answer_is_reminded_and_only_once(
    make: Make, haven: Wijk, joris: User
) -> None:
    enquete = make("panel")
    _members(haven, 3)
    rounds.order(enquete, "uitnodiging", by=joris)
    first = Deelname.objects.order_by("pk")[0]
    Deelname.objects.filter(pk=first.pk).update(used=True)
    mail.outbox.clear()

    for _time in range(2):
        rounds.order(enquete, "herinnering", by=joris)

    assert len(mail.outbox) == 2
    assert all("nog meedenken" in one.subject for one in mail.outbox)


def test_a_round_that_was_stopped_goes_on_and_mails_nobody_twice(
    make: Make, haven: Wijk, joris: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    enquete = make("panel")
    _members(haven, 5)
    real, count = rounds._write, 0

    def dies(ronde: Panelronde, lid: Panellid) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise KeyboardInterrupt
        real(ronde, lid)

    with monkeypatch.context() as patched:
        patched.setattr(rounds, "_write", dies)
        ronde = Panelronde.objects.create(enquete=enquete, soort="uitnodiging", total=5)
        with pytest.raises(KeyboardInterrupt):
            rounds.go_on.func(ronde.pk)
    assert len(mail.outbox) == 2

    rounds.go_on.func(ronde.pk)

    assert len({one.to[0] for one in mail.outbox}) == len(mail.outbox) == 5
    ronde.refresh_from_db()
    assert (ronde.is_done, ronde.seen, ronde.mailed) == (True, 5, 5)


def test_who_left_is_not_let_in_with_an_old_mail(
    client: Client, make: Make, haven: Wijk, joris: User
) -> None:
    enquete = make("panel")
    _members(haven, 1)
    rounds.order(enquete, "uitnodiging", by=joris)
    fill_in, _leave = _paths()
    panel.leave(Panellid.objects.get())

    assert client.get(fill_in).status_code == 404
    assert not Deelname.objects.exists()


@pytest.mark.parametrize("toegang", ["open", "mail"])
def test_only_a_survey_for_the_panel_is_mailed(
    make: Make, haven: Wijk, joris: User, toegang: str
) -> None:
    _members(haven, 1)
    with pytest.raises(rounds.NotNowError):
        rounds.order(make(toegang), "uitnodiging", by=joris)
    assert not mail.outbox


def test_a_team_invites_with_a_button_and_sees_how_many(
    as_joris: Client, make: Make, haven: Wijk
) -> None:
    enquete = make("panel")
    _members(haven, 2)
    url = f"/beheer/enquetes/toegang/panel/{enquete.pk}/"

    assert "Nodig het panel uit" in as_joris.get(url).content.decode()
    as_joris.post(f"{url}mailen/", {"soort": "uitnodiging"})

    html = as_joris.get(url).content.decode()
    assert "Klaar: 2 mails" in html
    assert "Herinner wie nog niet invulde" in html
    as_joris.post(f"{url}mailen/", {"soort": "onzin"})
    assert len(mail.outbox) == 2


def test_addresses_are_masked_but_for_who_is_responsible(
    as_joris: Client, as_fatma: Client, haven: Wijk
) -> None:
    _members(haven, 1)
    boss = client_of(member_of_team("wies@sluisdam.example", Rol.WIJKBEHEERDER, haven))
    url = "/beheer/enquetes/toegang/panel/"

    assert "lid0@bewoner.example" not in as_joris.get(url).content.decode()
    assert "l•••@be•••.example" in as_joris.get(url).content.decode()
    assert "lid0@bewoner.example" in boss.get(url).content.decode()
    assert "•••" not in as_fatma.get(url).content.decode()


def test_a_team_takes_out_who_asks_and_no_other_team_does(
    as_joris: Client, as_fatma: Client, haven: Wijk
) -> None:
    _members(haven, 1)
    url = f"/beheer/enquetes/toegang/panel/lid/{Panellid.objects.get().pk}/weg/"

    assert as_fatma.post(url).status_code in {302, 403}
    assert Panellid.objects.exists()
    assert as_joris.get(url).status_code == 405
    as_joris.post(url)
    assert not Panellid.objects.exists()


def test_what_the_database_says_of_a_member_leads_to_no_right(
    make: Make, haven: Wijk, joris: User, settings: object
) -> None:
    """Whether somebody answered is known with the key of the site only."""
    enquete: Enquete = make("panel")
    _members(haven, 1)
    rounds.order(enquete, "uitnodiging", by=joris)
    lid = Panellid.objects.get()
    assert Deelname.objects.filter(digest__in=panel.panel_digests(lid, enquete)).exists()

    settings.SECRET_KEY = "another-key-of-the-site-0123456789-0123456789"  # type: ignore[attr-defined]
    assert not Deelname.objects.filter(digest__in=panel.panel_digests(lid, enquete)).exists()
