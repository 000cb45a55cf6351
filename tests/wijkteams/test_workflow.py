"""A writer asks, an editor of the ward publishes; both hear of it by mail."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted
from wagtail.test.utils.form_data import nested_form_data, streamfield

from accounts.models import User
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import Rol

TITLE = "De bus rijdt weer"


def typed(**extra: Any) -> dict[str, Any]:
    """A news item as a writer fills it in."""
    fields = {
        "title": TITLE,
        "slug": "de-bus-rijdt-weer",
        "date": "2026-03-01",
        "summary": "Vanaf maandag.",
        "body": streamfield([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
        **extra,
    }
    return nested_form_data(fields)


def submitted(client: Client, index: NieuwsIndexPage) -> NieuwsPage:
    """The item after the writer chose to hand it in."""
    response = client.post(
        f"/beheer/pages/add/nieuws/nieuwspage/{index.pk}/", typed(**{"action-submit": "1"})
    )
    assert response.status_code == 302, response.context["form"].errors
    return NieuwsPage.objects.get(title=TITLE)


def decide(client: Client, page: NieuwsPage, action: str, **data: Any) -> Any:
    """What the buttons 'Keur goed' and 'Vraag om aanpassing' do."""
    state = page.current_workflow_task_state
    url = f"/beheer/pages/workflow/action/{page.pk}/{action}/{state.pk}/"
    return client.post(url, data)


def recipients() -> set[str]:
    return {address for message in mail.outbox for address in message.to}


def test_writer_has_no_button_to_publish(as_wim: Client, haven_news: NieuwsIndexPage) -> None:
    url = f"/beheer/pages/add/nieuws/nieuwspage/{haven_news.pk}/"

    form = as_wim.get(url).content.decode()
    as_wim.post(url, typed(**{"action-publish": "1"}))

    assert 'name="action-publish"' not in form
    assert 'name="action-submit"' in form
    assert not NieuwsPage.objects.get(title=TITLE).live


def test_submitting_mails_who_may_publish_in_the_ward(
    as_wim: Client, joris: User, fatma: User, bea: User, haven_news: NieuwsIndexPage
) -> None:
    page = submitted(as_wim, haven_news)

    assert recipients() == {joris.email}
    message = mail.outbox[0]
    assert TITLE in message.subject
    assert "Wim vraagt of je wilt meelezen" in message.body
    assert f"/beheer/pages/{page.pk}/edit/" in message.body
    assert not page.live


def test_without_publishers_in_the_ward_the_city_hears_of_it(
    as_wim: Client, fatma: User, bea: User, haven_news: NieuwsIndexPage
) -> None:
    submitted(as_wim, haven_news)

    assert recipients() == {bea.email}


def test_superusers_get_no_mail_about_every_page(
    as_wim: Client, joris: User, haven_news: NieuwsIndexPage
) -> None:
    User.objects.create_superuser("root@sluisdam.example", "vier-buren-een-bus")

    submitted(as_wim, haven_news)

    assert recipients() == {joris.email}


def test_who_asks_for_no_mail_gets_none(
    as_wim: Client, joris: User, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    from wagtail.users.models import UserProfile

    other = lid("noor@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    UserProfile.objects.create(user=joris, submitted_notifications=False)

    submitted(as_wim, haven_news)

    assert recipients() == {other.email}


def test_editor_approves_and_the_item_is_live(
    as_wim: Client, wim: User, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    page = submitted(as_wim, haven_news)
    assert as_joris.get(f"/beheer/pages/{page.pk}/edit/").status_code == 200
    mail.outbox.clear()

    decide(as_joris, page, "approve")

    page.refresh_from_db()
    assert page.live
    assert TITLE in Client().get(page.url).content.decode()
    assert recipients() == {wim.email}
    assert "Joris heeft je pagina" in mail.outbox[0].body
    assert page.url in mail.outbox[0].body


def test_editor_asks_for_a_change_and_the_writer_reads_why(
    as_wim: Client, wim: User, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    page = submitted(as_wim, haven_news)
    mail.outbox.clear()

    decide(as_joris, page, "reject", comment="Welke halte precies?")

    page.refresh_from_db()
    assert not page.live
    assert recipients() == {wim.email}
    assert "Welke halte precies?" in mail.outbox[0].body
    assert as_wim.get(f"/beheer/pages/{page.pk}/edit/").status_code == 200


def test_a_stranger_can_neither_approve_nor_reject(
    as_wim: Client, joris: User, as_fatma: Client, haven_news: NieuwsIndexPage
) -> None:
    page = submitted(as_wim, haven_news)

    answers = [decide(as_fatma, page, "approve"), decide(as_fatma, page, "reject", comment="Nee")]

    page.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert not page.live
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert TITLE not in as_fatma.get("/beheer/").content.decode()


def test_a_writer_cannot_approve_own_work(
    as_wim: Client, joris: User, haven_news: NieuwsIndexPage
) -> None:
    page = submitted(as_wim, haven_news)

    decide(as_wim, page, "approve")

    page.refresh_from_db()
    assert not page.live


def test_the_editor_sees_the_item_among_the_tasks(
    as_wim: Client, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    submitted(as_wim, haven_news)

    assert TITLE in as_joris.get("/beheer/").content.decode()


@pytest.mark.parametrize("signal", [workflow_submitted, workflow_approved, workflow_rejected])
def test_wagtails_own_mailers_are_out(signal: Any) -> None:
    receivers = [receiver[1] for receiver in signal.receivers]

    names = [getattr(r(), "__module__", type(r()).__module__) for r in receivers]
    assert names == ["wijkteams.workflow_mail"]
