"""Questions are drawn once for everybody; what somebody answered is seen by nobody else."""

from __future__ import annotations

import re

import pytest

from enquetes.invullen import drawn
from enquetes.models import Enquete, EnqueteIndexPage
from tests.enquetes.invullen.filling import Resident
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

FINGERPRINTS = re.compile(r'name="(_gezien|csrfmiddlewaretoken)" value="[^"]*"|nonce="[^"]*"')


@pytest.fixture(autouse=True)
def nothing_drawn() -> None:
    drawn._drawn.clear()


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    vragen = (
        question("kort", 1, verplicht=True),
        question("keuze", 2, "Ja", "Nee", anders=True),
        question("getal", 3, weet_niet=True),
    )
    index = EnqueteIndexPage.objects.get(wijk=haven)
    return survey(index, step(1, *vragen), step(2, question("kort", 4)))


def page_of(resident: Resident) -> str:
    return FINGERPRINTS.sub("", resident.see().content.decode())


def newcomer(enquete: Enquete) -> Resident:
    resident = Resident(enquete)
    resident.begin()
    return resident


def test_the_second_reader_gets_what_the_first_got(enquete: Enquete) -> None:
    first = page_of(newcomer(enquete))
    assert len(drawn._drawn) == 3
    assert page_of(newcomer(enquete)) == first
    assert len(drawn._drawn) == 3


def test_an_answer_is_drawn_for_its_writer_only(enquete: Enquete) -> None:
    empty, writer = page_of(newcomer(enquete)), newcomer(enquete)
    writer.fill(1, v1="Mijn geheim", v2=key(201), **{f"{key(3)}:weet_niet": "on"})
    own = page_of(writer)
    assert "Mijn geheim" in own
    assert own.count(" checked") == 2
    assert page_of(newcomer(enquete)) == empty
    kept = "".join(drawn._drawn.values())
    assert "Mijn geheim" not in kept
    assert "checked" not in kept


def test_an_error_is_not_kept(enquete: Enquete) -> None:
    empty, hasty = page_of(newcomer(enquete)), newcomer(enquete)
    wrong = hasty.fill(1, v1="", v3="veel").content.decode()
    assert wrong.count("utrecht-form-field-error-message") == 2
    assert page_of(newcomer(enquete)) == empty


def test_other_words_are_drawn_anew(enquete: Enquete, haven: Wijk) -> None:
    page_of(newcomer(enquete))
    changed = question("kort", 1, text="Iets heel anders", verplicht=True)
    other = survey(EnqueteIndexPage.objects.get(wijk=haven), step(1, changed), title="Twee")
    assert "Iets heel anders" in page_of(newcomer(other))


def test_the_memory_has_an_end(enquete: Enquete, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "MOST", 2)
    page_of(newcomer(enquete))
    assert len(drawn._drawn) <= 2
