"""An editor reads what was sent in, refuses it kindly, or makes a draft of it (A8)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry

from accounts.models import User
from tests.factories import lid
from tests.factories.activiteiten import activiteit_page
from tests.wijkteams.activiteiten.aanbod.conftest import SENDER, confirmed, sent_in
from wijkteams.activiteiten.aanbod import services
from wijkteams.activiteiten.models import Aanbod, Activiteit, ActiviteitPage, AgendaPage, Locatie
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


def screen(name: str, aanbod: Aanbod) -> str:
    return f"/beheer/aanbod/{name}/{aanbod.pk}/"


def test_editor_sees_what_was_confirmed_in_the_own_ward(
    as_joris: Client, of_haven: Aanbod, haven: Wijk, sluis: Wijk
) -> None:
    sent_in(haven, "Zonder klik")
    confirmed(sluis, "Van een andere wijk")

    html = as_joris.get("/beheer/aanbod/").content.decode()

    assert "Samen zingen" in html
    assert "Zonder klik" not in html
    assert "Van een andere wijk" not in html


@pytest.mark.parametrize("name", ["lezen", "overnemen", "afwijzen"])
def test_others_come_nowhere_near(
    as_fatma: Client, as_wim: Client, client: Client, of_haven: Aanbod, name: str
) -> None:
    for browser in (as_fatma, as_wim, client):
        for answer in (
            browser.get(screen(name, of_haven)),
            browser.post(screen(name, of_haven), {"reason": "Nee."}),
        ):
            assert answer.status_code != 200
            assert b"Hanneke" not in answer.content

    of_haven.refresh_from_db()
    assert of_haven.status == "nieuw"
    assert not ActiviteitPage.objects.exists()


def test_refusing_sends_the_reason_once(as_joris: Client, of_haven: Aanbod, joris: User) -> None:
    as_joris.post(screen("afwijzen", of_haven), {"reason": "Dit is alleen voor leden."})
    as_joris.post(screen("afwijzen", of_haven), {"reason": "Nog een keer."})

    of_haven.refresh_from_db()
    assert (of_haven.status, of_haven.handled_by) == ("afgewezen", joris)
    assert [message.to for message in mail.outbox] == [[SENDER]]
    assert "Dit is alleen voor leden." in mail.outbox[0].body


def test_refusing_needs_a_reason(as_joris: Client, of_haven: Aanbod) -> None:
    response = as_joris.post(screen("afwijzen", of_haven), {"reason": " "})

    assert "verplicht veld" in response.content.decode()
    assert mail.outbox == []


def test_taking_over_makes_a_draft_that_nobody_can_read_yet(
    as_joris: Client, client: Client, haven: Wijk, joris: User
) -> None:
    place = Locatie.objects.create(wijk=haven, name="De Brug")
    aanbod = confirmed(haven, costs="gratis", contact_phone="0612345678", show_contact=False)

    response = as_joris.post(screen("overnemen", aanbod))

    page = ActiviteitPage.objects.get()
    assert response["Location"] == f"/beheer/pages/{page.pk}/edit/"
    assert (page.title, page.live, page.owner) == ("Samen zingen", False, joris)
    assert (page.starts_at, page.ends_at) == (aanbod.starts_at, aanbod.ends_at)
    assert (page.locatie, page.is_free, page.organiser) == (place, True, "Koor De Kade")
    assert (page.contact_phone, page.contact_email) == ("", "")
    assert page.get_latest_revision() is not None
    assert client.get(f"/havenkwartier/agenda/{page.slug}/").status_code == 404
    assert not Activiteit.objects.exists()
    assert as_joris.get(response["Location"]).status_code == 200
    assert mail.outbox == []


def test_texts_of_a_sender_are_never_html(joris: User, haven: Wijk) -> None:
    evil = "<script>alert(1)</script><b>vet</b>"
    page = services.take_over(confirmed(haven, text=evil, audience=evil), by=joris)

    source = str(page.body[0].value["text"].source)
    assert "<script>" not in source
    assert "&lt;script&gt;" in source


def test_contact_stands_on_the_page_only_if_the_sender_wants_that(joris: User, haven: Wijk) -> None:
    aanbod = confirmed(haven, contact_phone="0612345678", show_contact=True)

    page = services.take_over(aanbod, by=joris)

    assert (page.contact_phone, page.contact_email) == ("0612345678", SENDER)


def test_sender_hears_once_that_it_stands_in_the_agenda(of_haven: Aanbod, joris: User) -> None:
    page = services.take_over(of_haven, by=joris)
    page.get_latest_revision().publish()  # type: ignore[union-attr]
    page.refresh_from_db()
    page.save_revision().publish()

    assert [message.to for message in mail.outbox] == [[SENDER]]
    assert page.full_url in mail.outbox[0].body


def test_other_pages_tell_nobody(haven_agenda: AgendaPage, of_haven: Aanbod) -> None:
    activiteit_page(haven_agenda).save_revision().publish()

    assert mail.outbox == []


def test_of_two_editors_the_second_hears_that_it_is_done(
    of_haven: Aanbod, joris: User, haven: Wijk
) -> None:
    other = lid("baas@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    services.take_over(of_haven, by=joris)

    for again in (services.take_over, lambda row, by: services.refuse(row, "Nee", by=by)):
        with pytest.raises(ValidationError, match="Iemand van je team"):
            again(of_haven, by=other)

    assert ActiviteitPage.objects.count() == 1
    assert mail.outbox == []


def test_when_the_draft_was_thrown_away_one_can_decide_anew(of_haven: Aanbod, joris: User) -> None:
    services.take_over(of_haven, by=joris).delete()
    of_haven.refresh_from_db()

    assert services.can_be_decided(of_haven)
    assert services.take_over(of_haven, by=joris).title == "Samen zingen"


def test_screen_tells_what_looks_like_it(
    as_joris: Client, haven_agenda: AgendaPage, of_haven: Aanbod
) -> None:
    from wijkteams.activiteiten.recurrence.clock import detach

    activiteit_page(haven_agenda, "Zingen samen", start=detach(of_haven.starts_at))

    html = as_joris.get(screen("lezen", of_haven)).content.decode()

    assert "Lijkt dit op iets wat er al staat?" in html
    assert "Zingen samen" in html


def test_names_of_senders_stand_in_no_log_of_the_cms(of_haven: Aanbod, joris: User) -> None:
    services.take_over(of_haven, by=joris)

    for model in (PageLogEntry, ModelLogEntry):
        assert "Hanneke" not in str(list(model.objects.values()))


def test_dashboard_tells_what_waits(as_joris: Client, as_fatma: Client, of_haven: Aanbod) -> None:
    assert "Lees 1 ingestuurde activiteit" in as_joris.get("/beheer/").content.decode()
    assert "ingestuurde activiteit" not in as_fatma.get("/beheer/").content.decode()


def test_dashboard_of_the_city_tells_what_is_for_the_city(as_bea: Client, haven: Wijk) -> None:
    confirmed(None)
    confirmed(haven, "Nog een")

    assert "Lees 1 ingestuurde activiteit" in as_bea.get("/beheer/").content.decode()
