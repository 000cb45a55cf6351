"""What was taken back is not seen in another way, and tells nothing when it comes back."""

from __future__ import annotations

import pytest
from django.test import Client

from enquetes.models import Enquete, Uitslag
from enquetes.toegang.services import remember
from enquetes.uitslag import publishing
from tests.enquetes.uitslag.crowd import DOGS, MARK, answers, close, dogs, lay_down, page_of
from tests.factories.enquetes import key
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def known(haven: Wijk, zichtbaar: str) -> Enquete:
    enquete = dogs(haven, zichtbaar=zichtbaar)
    lay_down(enquete, *(answers(seed) for seed in range(40)))
    enquete = close(enquete)
    publishing.publish(enquete, [key(MARK)])
    return enquete


def test_questions_that_were_seen_at_once_are_not_seen_after_taking_back(
    client: Client, haven: Wijk
) -> None:
    enquete = known(haven, "nu")
    path = str(page_of(enquete).url)
    assert 'id="uitslag"' in client.get(path).content.decode()
    assert client.get(f"/enquete/{enquete.code}/cijfers.csv").status_code == 200

    publishing.take_back(enquete)

    assert 'id="uitslag"' not in client.get(path).content.decode()
    assert client.get(f"/enquete/{enquete.code}/cijfers.csv").status_code == 404
    publishing.publish(enquete, [key(MARK)])
    assert 'id="uitslag"' in client.get(path).content.decode()


def test_who_answered_does_not_see_them_after_taking_back_either(
    client: Client, haven: Wijk
) -> None:
    enquete = known(haven, "na_invullen")
    publishing.take_back(enquete)
    response = client.get("/")
    remember(response, enquete)
    client.cookies.update(response.cookies)
    assert client.get(f"/enquete/{enquete.code}/uitslag/").status_code == 404


def test_one_late_answer_is_not_the_difference_between_before_and_after(haven: Wijk) -> None:
    enquete = known(haven, "na_sluiting")
    before = Uitslag.objects.get(enquete=enquete).cijfers
    publishing.take_back(enquete)
    lay_down(enquete, answers(99), kanaal="papier")

    publishing.publish(enquete, [key(MARK), key(DOGS)])

    assert Uitslag.objects.get(enquete=enquete).cijfers == before
    lay_down(enquete, *(answers(seed) for seed in range(100, 104)))
    publishing.publish(enquete, [key(MARK), key(DOGS)])
    assert Uitslag.objects.get(enquete=enquete).cijfers["aantal"] == 45
