from __future__ import annotations

import pytest

from enquetes.models import EnqueteIndexPage
from enquetes.vragen.pad import alleen_zichtbare, zichtbaar
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_who_has_no_dog_is_not_asked_about_it(haven: Wijk) -> None:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    enquete = survey(
        index,
        step(1, question("keuze", 1, "Ja", "Nee")),
        step(2, question("kort", 2), als=rule(1, key(101))),
    )
    versie = enquete.versie
    assert versie is not None
    lijst = versie.vragenlijst
    assert lijst == type(lijst).from_json(lijst.as_json())
    dog, none = {key(1): key(101), key(2): "Bas"}, {key(1): key(102), key(2): "Bas"}
    assert [stap.id for stap in zichtbaar(lijst, dog)] == [key(9001), key(9002)]
    assert [stap.id for stap in zichtbaar(lijst, none)] == [key(9001)]
    assert alleen_zichtbare(lijst, none) == {key(1): key(102)}
