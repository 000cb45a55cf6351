"""Typing in forms, pile by pile."""

from __future__ import annotations

import pytest

from accounts.models import User
from enquetes.bus.services import empty
from enquetes.models import (
    Enquete,
    EnqueteIndexPage,
    Envelop,
    Inzending,
    Papierinvoer,
    Papierstapel,
)
from enquetes.papier.services import (
    PapierError,
    begin_form,
    decide,
    make_stapel,
    save_form,
    tel_mee,
    throw_away,
    verschillen,
)
from tests.factories import lid
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
YES, NO = key(101), key(102)


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    return survey(
        index,
        step(
            1,
            question("keuze", 1, "Ja", "Nee"),
            question("kort", 2, als=rule(1, YES)),
        ),
    )


@pytest.fixture
def nel(haven: Wijk) -> User:
    return lid("nel@sluisdam.example", Rol.INVOERDER_PAPIER, haven)


def typed(
    stapel: Papierstapel, by: User, antwoorden: dict[str, object], ronde: int = 1
) -> Papierinvoer:
    row = begin_form(stapel, by=by, ronde=ronde)
    return save_form(row, antwoorden=antwoorden, by=by, klaar=True, wijziging=row.wijziging)


def test_piles_of_a_survey_are_numbered(enquete: Enquete, joris: User) -> None:
    assert [make_stapel(enquete, by=joris).nummer for _n in range(2)] == [1, 2]


def test_each_form_gets_the_next_number(enquete: Enquete, joris: User) -> None:
    stapel = make_stapel(enquete, by=joris)
    assert [typed(stapel, joris, {key(1): YES}).formulier for _n in range(3)] == [1, 2, 3]


def test_who_leaves_a_form_empty_gets_it_again(enquete: Enquete, joris: User) -> None:
    stapel = make_stapel(enquete, by=joris)
    assert begin_form(stapel, by=joris).pk == begin_form(stapel, by=joris).pk


def test_two_who_type_never_get_the_same_form(enquete: Enquete, joris: User, nel: User) -> None:
    stapel = make_stapel(enquete, by=joris)
    assert begin_form(stapel, by=joris).formulier == 1
    assert begin_form(stapel, by=nel).formulier == 2


def test_numbers_follow_on_the_own_heap_and_step_over_what_others_typed(
    enquete: Enquete, joris: User, nel: User
) -> None:
    stapel = make_stapel(enquete, by=joris)
    typed(stapel, joris, {key(1): YES})
    row = begin_form(stapel, by=nel)
    save_form(row, antwoorden={key(1): NO}, by=nel, klaar=True, wijziging=0, formulier=3)
    assert begin_form(stapel, by=nel).formulier == 4
    typed(stapel, joris, {key(1): YES})
    assert begin_form(stapel, by=joris).formulier == 5


def test_a_number_that_was_typed_is_refused_to_the_next(
    enquete: Enquete, joris: User, nel: User
) -> None:
    stapel = make_stapel(enquete, by=joris)
    typed(stapel, joris, {key(1): YES})
    row = begin_form(stapel, by=nel)
    with pytest.raises(PapierError, match="Formulier 1 is al ingevoerd"):
        save_form(row, antwoorden={key(1): NO}, by=nel, klaar=True, wijziging=0, formulier=1)
    assert stapel.invoer.get(formulier=1).antwoorden == {key(1): YES}


def test_who_saves_on_top_of_another_is_told_and_overwrites_nothing(
    enquete: Enquete, joris: User, nel: User
) -> None:
    stapel = make_stapel(enquete, by=joris)
    row = typed(stapel, joris, {key(1): YES})
    save_form(row, antwoorden={key(1): NO}, by=nel, klaar=True, wijziging=1)
    with pytest.raises(PapierError, match="ook bewaard"):
        save_form(row, antwoorden={key(1): YES}, by=joris, klaar=True, wijziging=1)
    assert stapel.invoer.get().antwoorden == {key(1): NO}


def test_counting_hands_each_form_to_the_bus_once_and_forgets_it(
    enquete: Enquete, joris: User
) -> None:
    stapel = make_stapel(enquete, kanaal="telefoon", by=joris)
    for antwoord in (YES, NO, NO):
        typed(stapel, joris, {key(1): antwoord})
    begin_form(stapel, by=joris)  # opened, and nothing typed: that is no form
    assert tel_mee(stapel) == 3
    with pytest.raises(PapierError, match="al meegeteld"):
        tel_mee(stapel)
    assert not Papierinvoer.objects.exists()
    assert Envelop.objects.count() == 3
    empty(enquete)
    rows = Inzending.objects.all()
    assert sorted(row.antwoorden[key(1)] for row in rows) == sorted([YES, NO, NO])
    assert {row.kanaal for row in rows} == {"telefoon"}


def test_when_one_form_cannot_be_posted_the_whole_pile_stays(
    enquete: Enquete, joris: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    stapel = make_stapel(enquete, by=joris)
    for _n in range(3):
        typed(stapel, joris, {key(1): YES})
    posted: list[object] = []

    def post(*args: object, **kwargs: object) -> None:
        posted.append(kwargs)
        if len(posted) == 3:
            raise RuntimeError

    monkeypatch.setattr("enquetes.papier.services.post", post)
    with pytest.raises(RuntimeError):
        tel_mee(stapel)
    assert stapel.invoer.count() == 3
    stapel.refresh_from_db()
    assert stapel.status == "open"


def test_what_was_to_be_skipped_does_not_count(enquete: Enquete, joris: User) -> None:
    stapel = make_stapel(enquete, by=joris)
    typed(stapel, joris, {key(1): NO, key(2): "toch iets"})
    typed(stapel, joris, {key(1): YES, key(2): "een tekkel"})
    tel_mee(stapel)
    empty(enquete)
    told = [row.antwoorden.get(key(2)) for row in Inzending.objects.all()]
    assert sorted(told, key=str) == [None, "een tekkel"]


def test_a_form_that_is_half_typed_stops_the_counting(enquete: Enquete, joris: User) -> None:
    stapel = make_stapel(enquete, by=joris)
    row = begin_form(stapel, by=joris)
    save_form(row, antwoorden={key(1): YES}, by=joris, klaar=False, wijziging=0)
    with pytest.raises(PapierError, match="Nog niet af: formulier 1"):
        tel_mee(stapel)


def test_nothing_can_be_typed_in_a_pile_that_was_counted(enquete: Enquete, joris: User) -> None:
    stapel = make_stapel(enquete, by=joris)
    typed(stapel, joris, {key(1): YES})
    tel_mee(stapel)
    with pytest.raises(PapierError):
        begin_form(stapel, by=joris)


class TestTypedTwice:
    def test_the_second_time_is_by_somebody_else(
        self, enquete: Enquete, joris: User, nel: User
    ) -> None:
        stapel = make_stapel(enquete, dubbel=True, by=joris)
        typed(stapel, joris, {key(1): YES})
        with pytest.raises(PapierError, match="Iemand anders"):
            begin_form(stapel, by=joris, ronde=2)
        assert begin_form(stapel, by=nel, ronde=2).formulier == 1

    def test_one_cannot_renumber_the_second_time_to_an_own_form(
        self, enquete: Enquete, joris: User, nel: User
    ) -> None:
        stapel = make_stapel(enquete, dubbel=True, by=joris)
        typed(stapel, joris, {key(1): YES})
        typed(stapel, nel, {key(1): YES})
        row = begin_form(stapel, by=nel, ronde=2)
        with pytest.raises(PapierError, match="dat deed jij"):
            save_form(row, antwoorden={}, by=nel, klaar=True, wijziging=0, formulier=2)

    def test_only_real_differences_are_shown(
        self, enquete: Enquete, joris: User, nel: User
    ) -> None:
        stapel = make_stapel(enquete, dubbel=True, by=joris)
        typed(stapel, joris, {key(1): YES, key(2): "Een  tekkel."})
        typed(stapel, nel, {key(1): YES, key(2): "een tekkel"}, ronde=2)
        assert verschillen(stapel) == []

    def test_what_differs_is_decided_and_then_counted_once(
        self, enquete: Enquete, joris: User, nel: User
    ) -> None:
        stapel = make_stapel(enquete, dubbel=True, by=joris)
        typed(stapel, joris, {key(1): YES})
        typed(stapel, nel, {key(1): NO}, ronde=2)
        (one,) = verschillen(stapel)
        assert (one.eerste, one.tweede) == ({key(1): YES}, {key(1): NO})
        stapel.refresh_from_db()
        assert stapel.status == "verschillen"
        with pytest.raises(PapierError, match="verschillen"):
            tel_mee(stapel)
        decide(stapel, formulier=1, vraag=key(1), ronde=2)
        assert verschillen(stapel) == []
        assert tel_mee(stapel) == 1
        empty(enquete)
        assert Inzending.objects.get().antwoorden == {key(1): NO}

    def test_a_form_that_was_typed_once_stops_the_counting(
        self, enquete: Enquete, joris: User, nel: User
    ) -> None:
        stapel = make_stapel(enquete, dubbel=True, by=joris)
        typed(stapel, joris, {key(1): YES})
        with pytest.raises(PapierError, match="verschillen"):
            tel_mee(stapel)

    def test_throwing_away_the_first_takes_the_second_with_it(
        self, enquete: Enquete, joris: User, nel: User
    ) -> None:
        stapel = make_stapel(enquete, dubbel=True, by=joris)
        row = typed(stapel, joris, {key(1): YES})
        typed(stapel, nel, {key(1): NO}, ronde=2)
        throw_away(row)
        assert not stapel.invoer.exists()
