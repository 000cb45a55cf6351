"""Putting signals together that tell the same, and taking them apart again."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Medemelder, Signaal, Staat

pytestmark = pytest.mark.django_db


def _follower(signaal: Signaal, mark: str) -> None:
    Medemelder.objects.create(signaal=signaal, kenmerk=mark)


def test_counts_come_along_and_each_person_counts_once(haven: Wijk, fatma: User) -> None:
    one, two = make.signal(haven), make.signal(haven)
    _follower(one, "a")
    _follower(two, "a")
    _follower(two, "b")

    into = merging.merge(one.pk, [two.pk], fatma)

    assert into.aantal_mee == 3  # who told the second one, a and b
    assert merging.family(one.pk) == [one.pk, two.pk]


def test_a_merged_one_is_not_public_and_leads_on(haven: Wijk, fatma: User) -> None:
    one, two = make.signal(haven), make.signal(haven)
    merging.merge(one.pk, [two.pk], fatma)
    assert list(Signaal.objects.openbaar()) == [one]
    two.refresh_from_db()
    assert two.samengevoegd_in == one
    assert one.code in two.opvolgingen.latest("pk").openbare_zin


def test_what_was_merged_is_as_far_as_the_one_that_goes_on(haven: Wijk, fatma: User) -> None:
    one, two = make.signal(haven), make.signal(haven)
    services.step(one.pk, Staat.BEKEKEN, door=fatma)
    merging.merge(one.pk, [two.pk], fatma)
    two.refresh_from_db()
    assert two.staat == Staat.BEKEKEN
    services.step(one.pk, Staat.OPGELOST, door=fatma, openbare_zin="De lamp brandt weer.")
    two.refresh_from_db()
    assert two.staat == Staat.OPGELOST
    assert two.gesloten_op is not None


def test_it_can_be_undone(haven: Wijk, fatma: User) -> None:
    one, two = make.signal(haven), make.signal(haven)
    _follower(two, "b")
    merging.merge(one.pk, [two.pk], fatma)

    merging.separate(two.pk, fatma)

    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.aantal_mee, two.aantal_mee) == (0, 1)
    assert set(Signaal.objects.openbaar()) == {one, two}


def test_what_was_merged_before_follows_along(haven: Wijk, fatma: User) -> None:
    one, two, three = (make.signal(haven) for _ in range(3))
    merging.merge(two.pk, [three.pk], fatma)
    merging.merge(one.pk, [two.pk], fatma)
    assert set(merging.family(one.pk)) == {one.pk, two.pk, three.pk}


def test_signals_of_two_wards_stay_apart(haven: Wijk, sluis: Wijk, fatma: User) -> None:
    one, two = make.signal(haven), make.signal(sluis)
    with pytest.raises(ValidationError):
        merging.merge(one.pk, [two.pk], fatma)
    assert not Signaal.objects.exclude(samengevoegd_in=None).exists()


def test_a_confidential_one_is_never_joined_to_a_public_one(haven: Wijk, fatma: User) -> None:
    one, two = make.signal(haven), make.confidential(haven)
    for into, other in ((one, two), (two, one)):
        with pytest.raises(ValidationError):
            merging.merge(into.pk, [other.pk], fatma)


def test_one_that_follows_already_cannot_go_with_another(haven: Wijk, fatma: User) -> None:
    one, two, three = (make.signal(haven) for _ in range(3))
    merging.merge(one.pk, [two.pk], fatma)
    with pytest.raises(ValidationError):
        merging.merge(three.pk, [two.pk], fatma)
    with pytest.raises(ValidationError):
        merging.separate(one.pk, fatma)
