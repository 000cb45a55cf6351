"""Results are made known when it is over, with what is done with them, for chosen questions."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail

from enquetes.models import Enquete, Uitslag, Uitslagmail
from enquetes.uitslag import publishing
from enquetes.uitslag.mailing import mail_results
from enquetes.uitslag.publishing import PublishError
from tests.enquetes.uitslag.crowd import AGE, DOGS, WHY, answers, close, dogs, lay_down, page_of
from tests.factories.enquetes import key
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def closed(haven: Wijk, number: int = 40, **fields: Any) -> Enquete:
    enquete = dogs(haven, **fields)
    lay_down(enquete, *(answers(seed) for seed in range(number)))
    return close(enquete)


def test_the_questions_that_were_chosen_are_known(haven: Wijk) -> None:
    enquete = closed(haven)
    publishing.publish(enquete, [key(DOGS), "bestaat-niet"])
    uitslag = Uitslag.objects.get(enquete=enquete)
    assert uitslag.vragen == [key(DOGS)]
    assert uitslag.cijfers["aantal"] == 40
    assert Enquete.objects.get(pk=enquete.pk).uitslag_op is not None


def test_it_cannot_be_done_while_somebody_may_still_answer(haven: Wijk) -> None:
    enquete = close(closed(haven), hours=0)
    with pytest.raises(PublishError, match="nog antwoorden komen"):
        publishing.publish(enquete, [key(DOGS)])
    assert Enquete.objects.get(pk=enquete.pk).uitslag_op is None


@pytest.mark.parametrize("vervolg", [[], [{"type": "text", "value": "<p></p>"}]])
def test_it_cannot_be_done_without_saying_what_is_done_with_it(
    vervolg: list[Any], haven: Wijk
) -> None:
    enquete = closed(haven, vervolg=vervolg)
    with pytest.raises(PublishError, match="wat jullie ermee doen"):
        publishing.publish(enquete, [key(DOGS)])


def test_it_cannot_be_done_when_it_was_promised_that_nobody_sees_them(haven: Wijk) -> None:
    enquete = closed(haven, zichtbaar="nooit")
    with pytest.raises(PublishError, match="niemand de uitslag"):
        publishing.publish(enquete, [key(DOGS)])


def test_there_is_nothing_to_show_of_too_few_answers(haven: Wijk) -> None:
    enquete = closed(haven, number=4)
    with pytest.raises(PublishError, match="minstens één vraag"):
        publishing.publish(enquete, [key(DOGS)])


def test_who_left_an_address_gets_one_mail(haven: Wijk) -> None:
    enquete = closed(haven)
    for at in range(60):
        Uitslagmail.objects.create(enquete=enquete, email=f"{at}@wijk.example")
    publishing.publish(enquete, [key(DOGS)])
    mail_results.func(enquete.pk)
    publishing.publish(enquete, [key(DOGS), key(AGE)])
    mail_results.func(enquete.pk)
    assert len({one.to[0] for one in mail.outbox}) == len(mail.outbox) == 60
    first = mail.outbox[0]
    assert first.subject == f"De uitslag is er: {page_of(enquete).title}"
    assert str(page_of(enquete).url) in str(first.body)
    assert not Uitslagmail.objects.filter(sent=False).exists()


def test_figures_that_are_seen_move_only_for_enough_new_answers(haven: Wijk) -> None:
    enquete = closed(haven, zichtbaar="nu")
    publishing.publish(enquete, [key(DOGS)])
    lay_down(enquete, *(answers(seed) for seed in range(100, 104)))
    publishing.publish(enquete, [key(DOGS), key(WHY)])
    assert Uitslag.objects.get(enquete=enquete).cijfers["aantal"] == 40
    lay_down(enquete, answers(200))
    publishing.publish(enquete, [key(DOGS), key(WHY)])
    assert Uitslag.objects.get(enquete=enquete).cijfers["aantal"] == 45


def test_taking_them_back_hides_them(haven: Wijk) -> None:
    enquete = closed(haven)
    publishing.publish(enquete, [key(DOGS)])
    publishing.take_back(enquete)
    assert Enquete.objects.get(pk=enquete.pk).uitslag_op is None
