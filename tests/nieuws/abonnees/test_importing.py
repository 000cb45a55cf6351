"""Bringing a list along: nobody is put on a list by a file; each is asked once (N13)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import User
from core.privacy.person import find_person
from nieuws.abonnees import privacy
from nieuws.abonnees.importing import work
from nieuws.models import Abonnee, Abonnement, Lijst, Lijstimport, Toestemming
from tests.factories.nieuws import reader

pytestmark = pytest.mark.django_db
URL = "/beheer/abonnees/inlezen/"


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The part after this one waits in the queue, as it does outside tests."""
    monkeypatch.setattr(work, "go_on", lambda pk, when: None)


def sent(lijst: Lijst, text: str = "e-mail,naam\nria@b.example,Ria\n", **changes: Any) -> Any:
    """What somebody fills in."""
    return {
        "lijst": lijst.pk,
        "herkomst": "de lijst van de wijkkrant",
        "peildatum": "2026-05-12",
        "grondslag": "gevraagd",
        "mag": "on",
        "bestand": SimpleUploadedFile("lezers.csv", text.encode()),
        **changes,
    }


def many(number: int) -> str:
    return "e-mail\n" + "\n".join(f"lezer{n}@b.example" for n in range(number))


def brought(lijst: Lijst, text: str, by: User | None = None) -> Lijstimport:
    """A list of which somebody saw the preview."""
    lines = [[line, ""] for line in text.split()[1:]]
    return Lijstimport.objects.create(
        lijst=lijst, file_name="x.csv", herkomst="de wijkkrant", peildatum=date(2026, 5, 12),
        grondslag="gevraagd", lines=lines, total=len(lines), made_by=by,
    )  # fmt: skip


def test_a_preview_writes_to_nobody(lijst: Lijst, as_hanna: Client) -> None:
    reader(lijst, "erop@b.example")
    text = "e-mail\nria@b.example\nerop@b.example\nfout\nRIA@b.example\n"
    html = as_hanna.post(URL, sent(lijst, text), follow=True).content.decode()
    words = " ".join(html.split())
    assert "1 persoon krijgt een mail met een knop" in words
    assert "1 van hen staan al op de lijst" in words
    assert "1 regels zijn dubbel" in words
    assert "<td>4</td>" in html
    assert not mail.outbox
    assert Abonnement.objects.count() == 1


def test_each_gets_one_mail_and_nobody_the_newsletter_before_a_yes(
    lijst: Lijst, as_hanna: Client, hanna: User
) -> None:
    as_hanna.post(URL, sent(lijst, "e-mail,naam\nria@b.example,Ria\nbas@b.example,\n"))
    row = Lijstimport.objects.get()
    as_hanna.post(f"{URL}{row.pk}/begin/")
    as_hanna.post(f"{URL}{row.pk}/begin/")
    work.work.call(row.pk)

    row.refresh_from_db()
    assert sorted(message.to[0] for message in mail.outbox) == ["bas@b.example", "ria@b.example"]
    assert {found.status for found in Abonnement.objects.all()} == {"onbevestigd"}
    assert (row.status, row.done, row.counts["gevraagd"]) == ("klaar", 2, 2)
    proof = Toestemming.objects.first()
    assert proof is not None
    assert (proof.soort, proof.kanaal, proof.door) == ("uitgenodigd", "import", hanna)
    assert "de lijst van de wijkkrant, van 12-05-2026" in proof.toelichting
    assert "Zij vroegen ons zelf" in proof.toelichting


def test_who_left_who_complained_and_who_is_on_it_is_not_asked(lijst: Lijst, hanna: User) -> None:
    reader(lijst, "erop@b.example")
    reader(lijst, "weg@b.example", "afgemeld")
    reader(lijst, "terug@b.example", stand=Abonnee.Stand.GESCHORST)
    row = brought(lijst, "e-mail erop@b.example weg@b.example terug@b.example nieuw@b.example")
    work.begin(row)
    work.work.call(row.pk)
    row.refresh_from_db()
    assert [message.to for message in mail.outbox] == [["nieuw@b.example"]]
    assert row.counts == {"staat_erop": 1, "afgemeld": 1, "stil": 1, "gevraagd": 1}
    left = Abonnement.objects.get(abonnee__email="weg@b.example")
    assert left.status == "afgemeld"


def test_a_long_list_goes_a_part_at_a_time_and_ends(lijst: Lijst, hanna: User) -> None:
    row = brought(lijst, many(work.AT_ONCE * 2 + 30))
    work.begin(row)
    parts = []
    while Lijstimport.objects.get().is_running:
        parts.append(work.work.call(row.pk))
    assert parts == [work.AT_ONCE, work.AT_ONCE, 30]
    assert len(mail.outbox) == work.AT_ONCE * 2 + 30


def test_addresses_go_when_it_is_done(lijst: Lijst, hanna: User) -> None:
    row = brought(lijst, many(30))
    work.begin(row)
    work.work.call(row.pk)
    row.refresh_from_db()
    assert (row.lines, row.errors, row.total, row.finished_at is None) == ([], [], 30, False)


def test_killed_in_between_nobody_gets_two_mails_and_nobody_is_left_out(
    lijst: Lijst, hanna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = brought(lijst, many(60))
    work.begin(row)
    enter, calls = work.services.enter, []

    def dies(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        if len(calls) == 31:
            raise KeyboardInterrupt
        return enter(*args, **kwargs)

    monkeypatch.setattr(work.services, "enter", dies)
    with pytest.raises(KeyboardInterrupt):
        work.work.call(row.pk)
    work.work.call(row.pk)
    everybody = sorted(message.to[0] for message in mail.outbox)
    assert everybody == sorted({f"lezer{n}@b.example" for n in range(60)})
    assert Lijstimport.objects.get().status == "klaar"


def test_stopped_half_way_the_rest_gets_no_mail(lijst: Lijst, as_hanna: Client) -> None:
    row = brought(lijst, many(work.AT_ONCE + 50))
    work.begin(row)
    work.work.call(row.pk)
    as_hanna.post(f"{URL}{row.pk}/stop/")
    assert work.work.call(row.pk) == 0
    row.refresh_from_db()
    assert (row.status, row.lines) == ("gestopt", [])
    assert len(mail.outbox) == work.AT_ONCE


def test_thrown_away_nothing_stays(lijst: Lijst, as_hanna: Client) -> None:
    row = brought(lijst, many(3))
    as_hanna.post(f"{URL}{row.pk}/weg/")
    assert not Lijstimport.objects.exists()
    assert not mail.outbox


def test_screen_says_how_far_it_is_and_looks_again_by_itself(
    lijst: Lijst, as_hanna: Client
) -> None:
    row = brought(lijst, many(work.AT_ONCE + 20))
    assert "Refresh" not in as_hanna.get(f"{URL}{row.pk}/").headers
    work.begin(row)
    work.work.call(row.pk)
    answer = as_hanna.get(f"{URL}{row.pk}/")
    words = " ".join(answer.content.decode().split())
    assert f"{work.AT_ONCE} van {work.AT_ONCE + 20} adressen gehad" in words
    assert answer["Refresh"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"mag": ""}, "Zet hier een vinkje"),
        ({"herkomst": ""}, "verplicht"),
        ({"grondslag": ""}, "verplicht"),
        ({"peildatum": (timezone.localdate() + timedelta(days=3)).isoformat()}, "moet nog komen"),
        ({"peildatum": "gisteren"}, "geldige datum"),
        ({"bestand": ""}, "Kies een bestand"),
        ({"bestand": SimpleUploadedFile("a.pdf", b"x")}, "kunnen we niet gebruiken"),
        ({"bestand": SimpleUploadedFile("a.csv", b"naam\nRia")}, "geen kolom met e-mailadressen"),
    ],
)
def test_without_source_day_ground_or_file_nothing_happens(
    lijst: Lijst, as_hanna: Client, changes: dict[str, Any], words: str
) -> None:
    html = as_hanna.post(URL, sent(lijst, **changes)).content.decode()
    assert words in html
    assert not Lijstimport.objects.exists()


def test_not_for_a_list_of_another_ward(
    lijst: Lijst, andere_lijst: Lijst, as_hanna: Client
) -> None:
    as_hanna.post(URL, sent(andere_lijst))
    assert not Lijstimport.objects.exists()


def test_who_asks_to_be_forgotten_is_not_asked_either(lijst: Lijst, hanna: User) -> None:
    row = brought(lijst, many(3))
    row.errors = [[9, "lezer1@b.example", "fout"]]
    row.save()
    person = find_person("lezer1@b.example")
    assert len(privacy._export(person)) == 1
    assert privacy._erase(person) == 2
    work.begin(row)
    work.work.call(row.pk)
    assert sorted(message.to[0] for message in mail.outbox) == [
        "lezer0@b.example",
        "lezer2@b.example",
    ]


def test_a_preview_that_nobody_wanted_goes_in_a_week(lijst: Lijst) -> None:
    row, now = brought(lijst, many(3)), timezone.now()
    assert privacy.purge_imports(now + timedelta(days=6)) == 0
    assert privacy.purge_imports(now + timedelta(days=8)) == 1
    assert not Lijstimport.objects.filter(pk=row.pk).exists()
