"""What is kept up as answers come in equals counting all of them anew."""

from __future__ import annotations

import copy

import pytest
from django.core.management import call_command
from django.utils import timezone

from enquetes.models import Enquete, Uitslag
from enquetes.uitslag.counting import NothingLeftError, recount
from tests.enquetes.uitslag.crowd import AGE, DOGS, MARK, WHY, answers, dogs, lay_down, page_of
from tests.factories.enquetes import key
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_batches_add_up_to_a_count_of_all(haven: Wijk) -> None:
    enquete = dogs(haven)
    lay_down(enquete, *(answers(seed) for seed in range(13)))
    lay_down(enquete, *(answers(seed) for seed in range(13, 40)), kanaal="papier")
    kept = Uitslag.objects.get(enquete=enquete).tellingen
    assert kept["aantal"] == 40
    assert kept["kanalen"] == {"web": 13, "papier": 27}
    assert recount(enquete) == kept
    assert Uitslag.objects.get(enquete=enquete).tellingen == kept


def test_what_cannot_be_read_and_what_was_not_answered_does_not_count(haven: Wijk) -> None:
    enquete = dogs(haven)
    lay_down(enquete, {key(DOGS): "_onleesbaar"}, {key(WHY): ""}, {key(MARK): 4})
    counted = Uitslag.objects.get(enquete=enquete).tellingen["vragen"]
    assert counted == {key(MARK): {"n": 1, "cellen": {"4": 1}, "som": 4, "getallen": 1}}


def test_a_wrong_count_is_put_right_by_the_command(
    haven: Wijk, capsys: pytest.CaptureFixture[str]
) -> None:
    enquete = dogs(haven)
    lay_down(enquete, *(answers(seed) for seed in range(6)))
    right = Uitslag.objects.get(enquete=enquete).tellingen
    Uitslag.objects.update(tellingen={**right, "kanalen": {"web": 99}})
    call_command("tel_enquetes", enquete.code)
    assert Uitslag.objects.get(enquete=enquete).tellingen == right
    assert "1 telling(en) verbeterd" in capsys.readouterr().out
    call_command("tel_enquetes")
    assert "0 telling(en) verbeterd" in capsys.readouterr().out


def test_figures_stay_when_the_answers_are_gone(haven: Wijk) -> None:
    enquete = dogs(haven)
    lay_down(enquete, *(answers(seed) for seed in range(6)))
    before = Uitslag.objects.get(enquete=enquete).tellingen
    enquete.inzendingen.all().delete()
    with pytest.raises(NothingLeftError):
        recount(enquete)
    call_command("tel_enquetes")
    assert Uitslag.objects.get(enquete=enquete).tellingen == before


def test_what_came_in_after_they_were_gone_does_not_replace_them(haven: Wijk) -> None:
    enquete = dogs(haven)
    lay_down(enquete, *(answers(seed) for seed in range(6)))
    enquete.inzendingen.all().delete()
    Enquete.objects.filter(pk=enquete.pk).update(bewaard_tot=timezone.localdate())
    lay_down(enquete, answers(99), kanaal="papier")
    with pytest.raises(NothingLeftError):
        recount(enquete)
    assert Uitslag.objects.get(enquete=enquete).tellingen["aantal"] == 7


@pytest.mark.parametrize(("number", "splits"), [(DOGS, True), (AGE, False)])
def test_a_version_that_splits_by_other_questions_splits_all_answers(
    haven: Wijk, number: int, splits: bool
) -> None:
    enquete = dogs(haven)
    lay_down(enquete, *(answers(seed) for seed in range(20)))
    page = page_of(enquete)
    changed = copy.deepcopy(list(page.vragen.raw_data))
    (block,) = (one for one in changed[0]["value"]["vragen"] if one["id"] == key(number))
    block["value"]["uitsplitsen"] = splits
    page.vragen = changed
    page.save_revision().publish()
    enquete = Enquete.objects.get(pk=enquete.pk)

    lay_down(enquete, *(answers(seed) for seed in range(20, 30)))

    kept = Uitslag.objects.get(enquete=enquete).tellingen
    assert enquete.versies.count() == 2
    assert (key(number) in kept["splitsingen"]) is splits
    for parts in kept["splitsingen"].values():
        assert sum(part["aantal"] for part in parts.values()) == 30
    assert recount(enquete) == kept
