"""The bar, the report, the button 'opnieuw sturen', and what stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import User
from nieuws.models import Abonnement, Editie, Lijst, NieuwsbriefPage, Zending
from nieuws.verzenden import services
from nieuws.verzenden.services import SendingError, progress
from nieuws.verzenden.starting import start
from nieuws.verzenden.turns import turn
from tests.factories.nieuws import reader
from tests.nieuws.verzenden.post import Post

pytestmark = pytest.mark.django_db
RIA = "ria@sluisdam.example"


@pytest.fixture
def unsure(editie: Editie, post: Post) -> Zending:
    """It is over; of the mail to Ria it is not certain that it left."""
    post.says["end", RIA] = b""
    turn(editie.pk)
    post.says.clear()
    Editie.objects.filter(pk=editie.pk).update(next_try_at=None)
    turn(editie.pk)
    return editie.zendingen.get(abonnee__email=RIA)


def test_the_bar_moves(editie: Editie, django_assert_num_queries: Any) -> None:
    assert (progress(editie).percent, progress(editie).total) == (0, 3)
    editie = start(editie)
    editie.zendingen.filter(abonnee__email=RIA).update(status=Zending.Status.VERSTUURD)
    with django_assert_num_queries(1):
        found = progress(editie)
    assert (found.percent, found.sent, found.waiting, found.is_moving) == (33, 1, 2, True)


def test_what_came_back_had_been_sent(editie: Editie, post: Post) -> None:
    turn(editie.pk)
    editie.zendingen.filter(abonnee__email=RIA).update(status=Zending.Status.TERUG)
    found = progress(editie)
    assert (found.sent, found.percent) == (3, 100)


def test_an_unsure_mail_is_sent_again_with_the_same_number(unsure: Zending, post: Post) -> None:
    services.send_again(unsure)
    unsure.refresh_from_db()
    unsure.editie.refresh_from_db()
    assert unsure.status == Zending.Status.VERSTUURD
    assert unsure.editie.status == Editie.Status.KLAAR
    assert post.readers.count(RIA) == 1
    assert unsure.code.encode() in next(m for m in post.taken if m.to == RIA).data


def test_it_is_not_too_late_to_send_one_again(unsure: Zending, post: Post) -> None:
    Editie.objects.update(expires_at=timezone.now() - timedelta(days=3))
    services.send_again(unsure)
    unsure.refresh_from_db()
    assert unsure.status == Zending.Status.VERSTUURD


def test_what_was_sent_is_not_sent_again(unsure: Zending, post: Post) -> None:
    services.send_again(unsure)
    with pytest.raises(SendingError):
        services.send_again(unsure)
    assert post.readers.count(RIA) == 1


def test_who_left_is_not_sent_anything_again(unsure: Zending) -> None:
    Abonnement.objects.filter(pk=unsure.abonnement_id).update(status=Abonnement.Status.AFGEMELD)
    with pytest.raises(SendingError):
        services.send_again(unsure)


def test_after_three_months_only_numbers_stay(unsure: Zending) -> None:
    editie = unsure.editie
    before = progress(Editie.objects.get(pk=editie.pk)).counts
    assert services.close_books(timezone.now() - timedelta(days=90)) == 0
    assert services.close_books(timezone.now() + timedelta(seconds=1)) == 3
    assert not Zending.objects.exists()
    after = progress(Editie.objects.get(pk=editie.pk))
    assert (after.counts, after.percent) == (before, 100)


def test_what_is_over_cannot_be_stopped(editie: Editie, post: Post, joris: User) -> None:
    turn(editie.pk)
    for step in (services.pause, services.cancel):
        with pytest.raises(SendingError):
            step(editie)
    with pytest.raises(SendingError):
        services.resume(editie, by=joris)


def test_a_proof_goes_to_oneself_and_holds_nobodys_links(
    page: NieuwsbriefPage, lijst: Lijst
) -> None:
    reader(lijst)
    services.test_mail(page, "joris@sluisdam.example")
    message = mail.outbox[0]
    assert message.to == ["joris@sluisdam.example"]
    assert message.subject == "Proef: Soep voor iedereen"
    assert "WIJKPLEIN" not in str(message.message())
    assert "/nieuwsbrief/aanmelden/" in message.body
    assert not Editie.objects.exists()


def test_a_proof_shows_a_draft(page: NieuwsbriefPage) -> None:
    page.title = "Nog niet geplaatst"
    services.test_mail(page, "joris@sluisdam.example")
    assert mail.outbox[0].subject == "Proef: Nog niet geplaatst"
