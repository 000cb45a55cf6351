from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from tests.factories.signalen import confidential, signal
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Openbaarheid, Signaal, Staat
from wijkteams.signalen.staten import MOVES, NEEDS_REASON

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("van", Staat)
@pytest.mark.parametrize("naar", Staat)
def test_only_the_moves_of_the_table_are_made(haven: Wijk, van: str, naar: str) -> None:
    signaal = signal(haven)
    Signaal.objects.filter(pk=signaal.pk).update(staat=van)
    if naar == van or naar in MOVES[van]:
        services.step(signaal.pk, naar, openbare_zin="Er gebeurt iets.")
        signaal.refresh_from_db()
        assert signaal.staat == naar
    else:
        with pytest.raises(ValidationError, match="niet naar"):
            services.step(signaal.pk, naar, openbare_zin="Er gebeurt iets.")


@pytest.mark.parametrize("naar", sorted(NEEDS_REASON - {Staat.HEROPEND}))
def test_residents_are_told_why(haven: Wijk, naar: str) -> None:
    with pytest.raises(ValidationError, match="bewoners"):
        services.step(signal(haven).pk, naar)


def test_the_second_of_two_sees_what_the_first_did(haven: Wijk) -> None:
    signaal = signal(haven)
    services.step(signaal.pk, Staat.OPGEPAKT, interne_notitie="Ik bel.", seen=signaal.stap)

    with pytest.raises(services.StaleError) as caught:
        services.step(signaal.pk, Staat.BEKEKEN, seen=signaal.stap)

    assert [step.interne_notitie for step in caught.value.changes] == ["Ik bel."]


def test_a_confidential_signal_is_closed_by_two(haven: Wijk, joris, fatma) -> None:  # type: ignore[no-untyped-def]
    signaal = confidential(haven)
    opvolging = services.step(
        signaal.pk, Staat.OPGELOST, door=joris, openbare_zin="Er is hulp gevonden."
    )
    signaal.refresh_from_db()
    assert signaal.staat == Staat.NIEUW
    with pytest.raises(ValidationError, match="Iemand anders"):
        services.confirm(opvolging.pk, door=joris)

    services.confirm(opvolging.pk, door=fatma)

    signaal.refresh_from_db()
    assert signaal.staat == Staat.OPGELOST
    assert signaal.gesloten_op is not None


def test_a_confidential_signal_never_comes_on_the_site(haven: Wijk) -> None:
    signaal = confidential(haven)
    with pytest.raises(ValidationError, match="nooit"):
        services.show(signaal.pk, Openbaarheid.OPENBAAR)
    assert not Signaal.objects.openbaar().exists()


def test_what_becomes_confidential_goes_off_the_site(haven: Wijk) -> None:
    signaal = signal(haven)
    assert list(Signaal.objects.openbaar()) == [signaal]
    services.classify(signaal.pk, "vertrouwelijk")
    assert not Signaal.objects.openbaar().exists()
