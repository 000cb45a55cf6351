"""The screen on which a form is typed in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from enquetes.models import Enquete, Papierinvoer, Papierstapel
from enquetes.papier.services import make_stapel
from tests.factories.enquetes import key
from wijkteams.models import Buurt

pytestmark = pytest.mark.django_db


@pytest.fixture
def stapel(every_kind: Enquete, nel: User) -> Papierstapel:
    return make_stapel(every_kind, by=nel)


@pytest.fixture
def form(stapel: Papierstapel, as_nel: Client) -> str:
    """The address of the first form."""
    response = as_nel.post(reverse("papier:begin", args=[stapel.pk]), {"ronde": "1"})
    assert response.status_code == 302
    return str(response.headers["Location"])


ALL = {
    "v1": "1",
    "v2": "13",
    "v3": "Tobi",
    "v4": "4",
    "v5": "2",
    "v6": "n",
    "v7": "3 1 2",
    "v8-1": "1",
    "v8-2": "?",
    "v9": "2,5",
    "v10": "31-12-1960",
    "v11": "5014 ab",
    "v12": "2",
    "v13": "Meer bomen.",
}


def sent(typed: dict[str, str], action: str = "klaar", **more: Any) -> dict[str, Any]:
    return {"formulier": "1", "wijziging": "0", "taal": "nl", "actie": action, **typed, **more}


def test_figures_of_the_paper_become_answers(as_nel: Client, form: str) -> None:
    as_nel.post(form, sent(ALL))
    row = Papierinvoer.objects.get(klaar=True)
    kade = Buurt.objects.get(name="Kade")
    assert row.antwoorden == {
        key(1): key(101),
        key(2): [key(201), key(203)],
        key(3): "Tobi",
        key(4): 4,
        key(5): 2,
        key(6): "nee",
        key(7): [key(702), key(703), key(701)],
        key(8): {key(851): key(801), key(852): "_onleesbaar"},
        key(9): 2.5,
        key(10): "1960-12-31",
        key(11): "5014AB",
        key(12): str(kade.pk),
        key(13): "Meer bomen.",
    }


def test_saving_opens_the_next_empty_form(as_nel: Client, form: str, stapel: Papierstapel) -> None:
    response = as_nel.post(form, sent({"v1": "2"}), follow=True)
    assert response.redirect_chain[-1][0] != form
    assert 'name="formulier"\n               value="2"' in response.content.decode()
    assert [row.formulier for row in stapel.invoer.all()] == [1, 2]


def test_what_was_typed_is_shown_again_as_it_was_typed(as_nel: Client, form: str) -> None:
    as_nel.post(form, sent(ALL))
    html = as_nel.get(form).content.decode()
    for name, text in (ALL | {"v6": "2", "v2": "1 3", "v11": "5014AB"}).items():
        if name != "v13":
            assert f'name="{name}"\n                 value="{text}"' in html, name
    assert ">Meer bomen.</textarea>" in html


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("v1", "7", "Kies uit 1, 2, 0"),
        ("v2", "123", "hoogstens 2 kruisjes"),
        ("v3", "999999011", "burgerservicenummer"),
        ("v4", "6", "Kies uit"),
        ("v7", "1 1 2", "elk cijfer één keer"),
        ("v8-1", "9", "Kies uit"),
        ("v9", "121", "te veel"),
        ("v9", "veel", "Typ een getal"),
        ("v10", "31-2-1960", "geen datum"),
        ("v11", "0000", "geen postcode"),
        ("v13", "x" * 5001, "te lang"),
    ],
)
def test_what_is_wrong_is_told_at_its_box_and_nothing_is_lost(
    as_nel: Client, form: str, name: str, typed: str, told: str
) -> None:
    response = as_nel.post(form, sent(ALL | {name: typed}))
    html = response.content.decode()
    assert response.status_code == 422
    assert told in html.split(f'id="{name}-fout">')[1].split("</span>")[0]
    assert typed in html
    assert 'value="Tobi"' in html or name == "v3"
    assert not Papierinvoer.objects.filter(klaar=True).exists()


@pytest.mark.parametrize("name", [name for name in ALL if not name.startswith("v8")])
def test_any_question_can_be_unreadable(as_nel: Client, form: str, name: str) -> None:
    as_nel.post(form, sent({name: "?"}))
    number = int(name[1:])
    assert Papierinvoer.objects.get(klaar=True).antwoorden == {key(number): "_onleesbaar"}


def test_what_stands_behind_other_chooses_other(as_nel: Client, form: str) -> None:
    as_nel.post(form, sent({"v1": "1", "v2": "1", "v2-anders": "Dijk"}))
    kept = Papierinvoer.objects.get(klaar=True).antwoorden
    assert kept[key(2)] == [key(201), "_anders"]
    assert kept[f"{key(2)}:anders"] == "Dijk"


def test_do_not_know_is_kept_and_nought_is_a_number(as_nel: Client, form: str) -> None:
    as_nel.post(form, sent({"v1": "0", "v4": "0", "v9": "0", "v12": "w"}))
    kept = Papierinvoer.objects.get(klaar=True).antwoorden
    assert kept == {
        key(1): "_weet_niet",
        key(4): "_weet_niet",
        key(9): 0,
        key(12): "_weet_niet",
    }


def test_what_is_to_be_skipped_is_marked_and_can_be_typed(as_nel: Client, form: str) -> None:
    as_nel.post(form, sent({"v1": "2", "v3": "Tobi"}, action="tussen"))
    html = as_nel.get(form).content.decode()
    blocks = html.split('<div class="papier__vraag')[1:]
    marked = [n for n, block in enumerate(blocks, start=1) if block.startswith(" is-overslaan")]
    assert marked == [2, 3]
    assert 'value="Tobi"' in html


def test_what_is_typed_keeps_itself_without_being_finished(as_nel: Client, form: str) -> None:
    response = as_nel.post(form, sent({"v1": "1", "v4": "6"}, action="vanzelf"))
    assert response.json() == {"bewaard": True, "wijziging": 1}
    row = Papierinvoer.objects.get()
    assert (row.klaar, row.antwoorden) == (False, {key(1): key(101)})


def test_what_keeps_itself_never_touches_a_finished_form(as_nel: Client, form: str) -> None:
    as_nel.post(form, sent({"v1": "1"}))
    assert as_nel.post(form, sent({"v1": "2"}, action="vanzelf")).status_code == 409
    assert Papierinvoer.objects.get(klaar=True).antwoorden == {key(1): key(101)}


def test_a_number_that_is_taken_is_told_and_what_was_typed_stays(
    as_nel: Client, as_joris: Client, joris: User, form: str, stapel: Papierstapel
) -> None:
    as_nel.post(form, sent({"v1": "1"}))
    other = as_joris.post(reverse("papier:begin", args=[stapel.pk])).headers["Location"]
    response = as_joris.post(other, sent({"v3": "Bello"}, formulier="1"))
    assert response.status_code == 409
    assert "Formulier 1 is al ingevoerd" in response.content.decode()
    assert 'value="Bello"' in response.content.decode()


def test_opening_the_screen_changes_nothing(as_nel: Client, form: str) -> None:
    before = list(Papierinvoer.objects.values())
    as_nel.get(form)
    assert list(Papierinvoer.objects.values()) == before


def test_a_stranger_sees_no_form(as_fatma: Client, form: str) -> None:
    """The guard sends her back to the dashboard."""
    assert as_fatma.get(form).headers["Location"] == "/beheer/"
    as_fatma.post(form, sent({"v1": "1"}))
    assert not Papierinvoer.objects.filter(klaar=True).exists()


def test_a_writer_may_not_type_in(as_wim: Client, form: str) -> None:
    assert as_wim.get(form).headers["Location"] == "/beheer/"


class TestBlind:
    """The second time nobody sees the first."""

    @pytest.fixture
    def first(self, every_kind: Enquete, nel: User, as_nel: Client) -> str:
        stapel = make_stapel(every_kind, dubbel=True, by=nel)
        url = as_nel.post(reverse("papier:begin", args=[stapel.pk])).headers["Location"]
        as_nel.post(url, sent({"v1": "1", "v3": "Tobi"}))
        return str(url)

    def test_the_form_of_another_stays_closed_until_it_was_typed_twice(
        self, first: str, as_joris: Client
    ) -> None:
        stapel = Papierstapel.objects.get()
        assert as_joris.get(first).status_code in {302, 403}
        begin = reverse("papier:begin", args=[stapel.pk])
        second = as_joris.post(begin, {"ronde": "2"}).headers["Location"]
        assert "Tobi" not in as_joris.get(second).content.decode()
        as_joris.post(second, sent({"v1": "1", "v3": "Toby"}))
        assert as_joris.get(first).status_code == 200

    def test_what_both_read_is_shown_side_by_side_and_chosen(
        self, first: str, as_joris: Client
    ) -> None:
        stapel = Papierstapel.objects.get()
        begin = reverse("papier:begin", args=[stapel.pk])
        second = as_joris.post(begin, {"ronde": "2"}).headers["Location"]
        as_joris.post(second, sent({"v1": "1", "v3": "Toby"}))
        url = reverse("papier:verschillen", args=[stapel.pk])
        html = as_joris.get(url).content.decode()
        assert "3. Hoe heet uw hond?" in html
        assert "<span>Tobi</span>" in html
        assert "<span>Toby</span>" in html
        as_joris.post(url, {"formulier": "1", "vraag": key(3), "ronde": "1"})
        assert "geen verschillen" in as_joris.get(url).content.decode()
        assert {row.antwoorden[key(3)] for row in stapel.invoer.filter(klaar=True)} == {"Tobi"}
