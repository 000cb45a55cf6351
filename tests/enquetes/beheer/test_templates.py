"""The surveys to begin with are right as they are."""

from __future__ import annotations

import pytest

from enquetes.beheer.sjablonen import Sjabloon, sjablonen
from enquetes.vragen import Vragenlijst
from enquetes.vragen.blocks import VragenlijstBlock
from enquetes.vragen.controle import fouten
from enquetes.vragen.duur import LONG, minutes
from enquetes.vragen.lijst import Soort, Toets
from enquetes.vragen.paden import paden
from enquetes.vragen.reading import vragenlijst_van

CODES = [one.code for one in sjablonen()]
ALL = {one.code: one for one in sjablonen()}


def read(found: Sjabloon) -> Vragenlijst:
    return vragenlijst_van(found.blokken)


def test_there_is_one_for_each_thing_that_wards_ask_about() -> None:
    wanted = {"leefbaarheid", "hondenbeleid", "energie", "activiteit", "bewonersavond"}

    assert wanted | {"veiligheid", "verkeer", "wijkperspectief", "jongeren", "ouderen"} <= set(
        CODES
    )


@pytest.mark.parametrize("code", CODES)
def test_a_template_can_be_published_as_it_is(code: str) -> None:
    lijst = read(ALL[code])

    assert fouten(lijst) == []
    assert minutes(lijst) < LONG
    assert paden(lijst).volledig
    assert all(vraag.text for vraag in lijst.vragen())


@pytest.mark.parametrize("code", CODES)
def test_every_block_that_is_made_is_one_that_the_editor_knows(code: str) -> None:
    kept = VragenlijstBlock().to_python(ALL[code].blokken).get_prep_value()

    for made, block in zip(kept, ALL[code].blokken, strict=True):
        assert made["id"] == block["id"]
        for vraag, given in zip(made["value"]["vragen"], block["value"]["vragen"], strict=True):
            assert set(given["value"]) <= set(vraag["value"]), given["value"]["text"]


def test_what_several_templates_ask_has_one_id() -> None:
    ages = {
        vraag.id
        for code in ("hondenbeleid", "veiligheid", "leefbaarheid")
        for vraag in read(ALL[code]).only(Soort.KEUZE)
        if vraag.text == "Hoe oud bent u?"
    }

    assert len(ages) == 1


def test_ids_never_change() -> None:
    """Figures of this year and last year are laid side by side by these."""
    dog = next(read(ALL["hondenbeleid"]).only(Soort.KEUZE))

    assert dog.id == "aa12793c-1a29-556f-96cc-efa73bf11cd6"
    assert [optie.id for optie in dog.opties][-1] == "d59c7c87-5217-5a55-9dd3-d9281c77fd06"


def test_who_has_no_dog_is_not_asked_where_it_walks() -> None:
    lijst = read(ALL["hondenbeleid"])
    dog, walking = next(lijst.only(Soort.KEUZE)), lijst.stappen[1]

    (regel,) = walking.als.regels
    assert (regel.vraag, regel.toets) == (dog.id, Toets.IS_NIET)
    assert regel.waarden == (dog.opties[-1].id,)
    assert dog.opties[-1].text == "Nee"
