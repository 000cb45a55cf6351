"""Each kind of question takes what it should, and says in Dutch what is wrong (requirement S1)."""

from __future__ import annotations

from typing import Any

import pytest
from crispy_forms.utils import render_crispy_form
from django.http import QueryDict

from enquetes.invullen.forms import StapForm, form_for
from enquetes.models import Enquete, EnqueteIndexPage
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, WEET_NIET
from tests.enquetes.invullen.filling import ALL_KINDS
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Buurt, Wijk

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.0, 52.0], [4.1, 52.0], [4.1, 52.06], [4.0, 52.06], [4.0, 52.0]]],
}
ROWS = [{"type": "item", "id": key(900 + n), "value": f"Rij {n}"} for n in (1, 2)]


def asked(wijk: Wijk, soort: str, *opties: str, **value: Any) -> Enquete:
    """A survey with one question."""
    index = EnqueteIndexPage.objects.get(wijk=wijk)
    return survey(index, step(1, question(soort, 1, *opties, **value)))


def filled(enquete: Enquete, files: Any = None, **sent: str | list[str]) -> StapForm:
    """The form with this sent: `v` is the answer, `v__x` something beside it."""
    data = {f"{key(1)}{name.removeprefix('v')}": value for name, value in sent.items()}
    versie = enquete.versie
    assert versie is not None
    form = form_for(versie.vragenlijst.stappen[0], {}, _lists(data), files, enquete=enquete)
    form.is_valid()
    return form


def _lists(data: dict[str, Any]) -> Any:
    sent = QueryDict(mutable=True)
    for name, value in data.items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    return sent


@pytest.mark.parametrize(
    ("soort", "value", "typed", "answer"),
    [
        ("kort", {}, "Groen", "Groen"),
        ("lang", {}, "Twee\r\nregels", "Twee\r\nregels"),
        ("ja_nee", {"weet_niet": True}, "ja", JA),
        ("ja_nee", {"weet_niet": True}, WEET_NIET, WEET_NIET),
        ("schaal", {"maximum": "10"}, "10", 10),
        ("schaal", {"maximum": "5", "weet_niet": True}, WEET_NIET, WEET_NIET),
        ("smileys", {}, "5", 5),
        ("getal", {}, "2,5", 2.5),
        ("getal", {}, "3", 3),
        ("datum", {}, "31-12-2026", "2026-12-31"),
        ("datum", {}, "2026-12-31", "2026-12-31"),
        ("postcode", {}, "2801", "2801"),
        ("postcode", {}, "2801 ab", "2801AB"),
        ("buurt", {}, BUITEN, BUITEN),
    ],
)
def test_what_is_typed_becomes_the_answer(
    haven: Wijk, soort: str, value: dict[str, Any], typed: str, answer: Any
) -> None:
    form = filled(asked(haven, soort, **value), v=typed)
    assert not form.errors
    assert form.antwoorden == {key(1): answer}


@pytest.mark.parametrize(
    ("soort", "value", "typed", "error"),
    [
        ("schaal", {"maximum": "5"}, "6", "Kies een van deze antwoorden."),
        ("ja_nee", {"weet_niet": False}, WEET_NIET, "Kies een van deze antwoorden."),
        ("smileys", {}, "blij", "Kies een van deze antwoorden."),
        ("getal", {}, "veel", "Vul een getal in, zoals 3 of 2,5."),
        ("getal", {}, "nan", "Vul een getal in, zoals 3 of 2,5."),
        ("getal", {}, "1e999", "Vul een getal in, zoals 3 of 2,5."),
        ("getal", {"minimum": 1}, "0", "Vul een getal in van 1 of meer."),
        ("getal", {"maximum": 8}, "9", "Vul een getal in van 8 of minder."),
        ("datum", {}, "31-02-2026", "Dit is geen datum. Vul het zo in: 31-12-2026."),
        ("postcode", {}, "28", "Dit is geen postcode. Vul vier cijfers in, zoals 5014."),
        ("buurt", {}, "999999", "Kies een van deze antwoorden."),
        ("kort", {"verplicht": True}, "  ", "Vul hier iets in."),
    ],
)
def test_what_cannot_be_is_told_beside_the_question(
    haven: Wijk, soort: str, value: dict[str, Any], typed: str, error: str
) -> None:
    form = filled(asked(haven, soort, **value), v=typed)
    assert [str(one) for one in form.errors[key(1)]] == [error]
    assert form.antwoorden == {}


@pytest.mark.parametrize("soort", ["kort", "lang", "getal", "keuze"])
def test_a_bsn_is_refused_in_every_text(haven: Wijk, soort: str) -> None:
    enquete = asked(haven, soort, *(["Ja", "Nee"] if soort == "keuze" else []), **_other(soort))
    sent = {"v": ANDERS, "v:anders": "111222333"} if soort == "keuze" else {"v": "111222333"}
    form = filled(enquete, **sent)
    assert "burgerservicenummer" in str(form.errors)
    assert "111222333" not in str(form.antwoorden)


def _other(soort: str) -> dict[str, Any]:
    return {"anders": True} if soort == "keuze" else {}


@pytest.mark.parametrize(("soort", "most"), [("kort", 300), ("lang", 5000)])
def test_a_text_of_100_kb_is_refused_in_words(haven: Wijk, soort: str, most: int) -> None:
    form = filled(asked(haven, soort), v="a" * 100_000)
    assert str(most) in str(form.errors[key(1)])


def test_more_choices_keep_to_how_many_may_be_chosen(haven: Wijk) -> None:
    enquete = asked(haven, "keuzes", "A", "B", "C", minimum=2, maximum=2, weet_niet=True)
    assert "Kies minstens 2 antwoorden." in str(filled(enquete, v=[key(101)]).errors)
    every = [key(101), key(102), key(103)]
    assert "Kies hoogstens 2 antwoorden." in str(filled(enquete, v=every).errors)
    assert filled(enquete, v=every[:2]).antwoorden == {key(1): every[:2]}
    assert "Niet allebei." in str(filled(enquete, v=[key(101), WEET_NIET]).errors)
    assert filled(enquete, v=[WEET_NIET]).antwoorden == {key(1): [WEET_NIET]}


def test_other_needs_its_words_and_words_mean_other(haven: Wijk) -> None:
    enquete = asked(haven, "keuze", "Ja", "Nee", anders=True, verplicht=True)
    said = {key(1): ANDERS, f"{key(1)}:anders": "Soms"}
    assert filled(enquete, **{"v": ANDERS, "v:anders": "Soms"}).antwoorden == said
    assert filled(enquete, **{"v:anders": "Soms"}).antwoorden == said
    assert "Vul in wat u bedoelt" in str(filled(enquete, v=ANDERS).errors)
    assert "haal deze tekst weg" in str(filled(enquete, **{"v": key(101), "v:anders": "x"}).errors)


def test_dont_know_is_an_answer_to_what_one_types(haven: Wijk) -> None:
    enquete = asked(haven, "getal", verplicht=True, weet_niet=True)
    form = filled(enquete, **{"v:weet_niet": "on"})
    assert not form.errors
    assert form.antwoorden == {key(1): WEET_NIET}


def test_a_ranking_takes_numbers_and_moves_by_buttons(haven: Wijk) -> None:
    enquete = asked(haven, "rangorde", "A", "B", "C")
    a, b, c = key(101), key(102), key(103)
    numbers = {f"v__{a}": "3", f"v__{b}": "1", f"v__{c}": "2"}
    assert filled(enquete, **numbers).antwoorden == {key(1): [b, c, a]}
    moved = filled(enquete, **{**numbers, "v__omhoog": a})
    assert moved.antwoorden == {key(1): [b, a, c]}
    assert moved.moved == f"div_id_{key(1)}"
    assert filled(enquete, v__omlaag=a).antwoorden == {key(1): [b, a, c]}
    assert "maar één keer" in str(filled(enquete, **{**numbers, f"v__{a}": "1"}).errors)
    assert "nummers 1 tot en met 3" in str(filled(enquete, **{**numbers, f"v__{a}": "9"}).errors)
    assert filled(enquete).antwoorden == {}


def test_a_table_takes_an_answer_for_each_row(haven: Wijk) -> None:
    enquete = asked(haven, "matrix", "Eens", "Oneens", rijen=ROWS, verplicht=True, weet_niet=True)
    one, two = (row["id"] for row in ROWS)
    both = {f"v__{one}": key(101), f"v__{two}": WEET_NIET}
    assert filled(enquete, **both).antwoorden == {key(1): {one: key(101), two: WEET_NIET}}
    assert "bij elke regel" in str(filled(enquete, **{f"v__{one}": key(101)}).errors)
    assert "een van deze" in str(filled(enquete, **{**both, f"v__{one}": "x"}).errors)


def test_a_place_is_pointed_at_or_chosen_from_the_list(haven: Wijk) -> None:
    haven.boundary = SQUARE
    haven.save()
    Buurt.objects.create(wijk=haven, name="De Kade", slug="kade", boundary=SQUARE)
    enquete = asked(haven, "kaart")
    middle = [4.05, 52.03]
    for sent in ({"v__272.x": "136", "v__272.y": "136"}, {"v__544.x": "272", "v__544.y": "272"}):
        form = filled(enquete, **sent)
        assert form.antwoorden[key(1)] == pytest.approx(middle, abs=0.0005)
        assert form.moved
    chosen = filled(enquete, v__plek="4.04000,52.02400")
    assert chosen.antwoorden == {key(1): [4.04, 52.024]}
    assert not chosen.moved
    assert filled(enquete, v="4.06,52.01").antwoorden == {key(1): [4.06, 52.01]}
    assert filled(enquete, **{"v": "4.06,52.01", "v__weg": "1"}).antwoorden == {}
    assert "niet op de kaart" in str(filled(enquete, v="9.9,9.9").errors)
    assert filled(enquete, v="nan,inf").antwoorden == {}


def test_enter_in_a_text_is_no_click_on_the_map(haven: Wijk) -> None:
    haven.boundary = SQUARE
    haven.save()
    form = filled(asked(haven, "kaart"), **{"v__544.x": "0", "v__544.y": "0"})
    assert form.antwoorden == {}
    assert form.moved == ""


def test_without_a_border_there_is_nothing_to_point_at_and_nobody_is_stuck(haven: Wijk) -> None:
    Wijk.objects.filter(pk=haven.pk).update(boundary=None)
    assert filled(asked(haven, "kaart", verplicht=True)).is_valid()


@pytest.mark.parametrize("soort", ALL_KINDS)
def test_every_kind_can_be_drawn_empty_wrong_and_filled_in(haven: Wijk, soort: str) -> None:
    haven.boundary = SQUARE
    haven.save()
    opties = ["A", "B"] if soort in {"keuze", "keuzes", "rangorde", "matrix"} else []
    rows = {"rijen": ROWS} if soort == "matrix" else {}
    enquete = asked(haven, soort, *opties, verplicht=True, **rows)
    for form in (filled(enquete), filled(enquete, v="\x00" * 7000)):
        assert form.errors
        page = render_crispy_form(form)
        assert 'class="error-summary"' in page
        target = page.split('<a href="#')[1].split('"')[0]
        assert f'id="{target}"' in page


def test_help_of_an_editor_is_text_and_never_html(haven: Wijk) -> None:
    form = filled(asked(haven, "kort", help="<script>alert(1)</script>"), v="x")
    assert "<script>" not in render_crispy_form(form)
