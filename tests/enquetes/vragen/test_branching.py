"""Branching, on random surveys: what is shown, what can never be, and which ways there are."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from enquetes.vragen.antwoord import Antwoorden
from enquetes.vragen.bereik import onbereikbaar
from enquetes.vragen.controle import fouten
from enquetes.vragen.lijst import Regel, Soort, Stap, Toets, Voorwaarde, Vraag, Vragenlijst
from enquetes.vragen.pad import alleen_zichtbare, klopt, zichtbaar
from enquetes.vragen.paden import paden
from tests.enquetes.vragen.surveys import all_answers, answers_to, surveys

MANY = settings(max_examples=80, deadline=None)


def shown_ids(lijst: Vragenlijst, answers: Antwoorden) -> set[str]:
    shown = zichtbaar(lijst, answers)
    return {stap.id for stap in shown} | {vraag.id for stap in shown for vraag in stap.vragen}


def signature(lijst: Vragenlijst, answers: Antwoorden) -> tuple[tuple[str, ...], ...]:
    shown = zichtbaar(lijst, answers)
    return tuple((stap.id, *(vraag.id for vraag in stap.vragen)) for stap in shown)


@given(st.data())
@MANY
def test_nothing_is_shown_of_which_the_condition_fails(data: st.DataObject) -> None:
    lijst = data.draw(surveys(most=8))
    answers = data.draw(answers_to(lijst))
    kept = alleen_zichtbare(lijst, answers)

    for stap in zichtbaar(lijst, answers):
        assert klopt(stap.als, kept)
        for vraag in stap.vragen:
            assert klopt(vraag.als, kept)


@given(st.data())
@MANY
def test_all_is_shown_of_which_the_condition_holds(data: st.DataObject) -> None:
    lijst = data.draw(surveys(most=8))
    answers = data.draw(answers_to(lijst))
    kept, seen = alleen_zichtbare(lijst, answers), shown_ids(lijst, answers)

    for stap in lijst.stappen:
        if klopt(stap.als, kept):
            assert {vraag.id for vraag in stap.vragen if klopt(vraag.als, kept)} <= seen


@given(st.data())
@MANY
def test_what_is_hidden_changes_nothing(data: st.DataObject) -> None:
    """Filling in ends: throwing away hidden answers changes no more what is shown."""
    lijst = data.draw(surveys(most=8))
    answers = data.draw(answers_to(lijst))
    kept = alleen_zichtbare(lijst, answers)

    assert signature(lijst, kept) == signature(lijst, answers)
    assert alleen_zichtbare(lijst, kept) == kept
    assert "weg" not in kept


@given(surveys(most=3))
@settings(max_examples=80, deadline=None)
def test_dead_ends_are_those_of_trying_everything(lijst: Vragenlijst) -> None:
    seen: set[str] = set()
    reached: set[str] = set()
    for answers in all_answers(lijst):
        seen |= shown_ids(lijst, answers)
        known = alleen_zichtbare(lijst, answers)
        reached |= {stap.id for stap in lijst.stappen if klopt(stap.als, known)}
    dead = {stap.id for stap in lijst.stappen if stap.als and stap.id not in reached}
    for stap in lijst.stappen:
        if stap.id not in dead:
            dead |= {vraag.id for vraag in stap.vragen if vraag.als and vraag.id not in seen}

    assert onbereikbaar(lijst) == dead
    assert {fout.blok for fout in fouten(lijst) if fout.veld == "als"} == dead


@given(surveys(most=3))
@settings(max_examples=80, deadline=None)
def test_the_ways_are_those_of_trying_everything(lijst: Vragenlijst) -> None:
    by_force = {signature(lijst, answers) for answers in all_answers(lijst)}
    found = paden(lijst)
    ways = {
        tuple((stap.id, *(vraag.id for vraag in stap.vragen)) for stap in weg.stappen)
        for weg in found.wegen
    }

    assert found.volledig
    assert ways == by_force


def test_a_condition_that_contradicts_itself_is_a_dead_end() -> None:
    """The negative control of the tests above: without it random surveys could all be right."""
    age = Vraag("v0", Soort.GETAL, "Hoe oud bent u?")
    als = Voorwaarde(
        (Regel("v0", Toets.MINSTENS, ("65",)), Regel("v0", Toets.HOOGSTENS, ("64",))), alle=True
    )
    never = Vraag("v1", Soort.KORT, "Wat?", als=als)
    lijst = Vragenlijst((Stap("s", vragen=(age, never)),))

    assert onbereikbaar(lijst) == {"v1"}
    either = dataclasses.replace(never, als=dataclasses.replace(als, alle=False))
    assert onbereikbaar(Vragenlijst((Stap("s", vragen=(age, either)),))) == set()


def test_five_hundred_questions_in_a_chain_are_looked_at_quickly() -> None:
    vragen = [Vraag("v0", Soort.JA_NEE, "0")]
    for number in range(1, 500):
        als = Voorwaarde((Regel(f"v{number - 1}", Toets.IS, ("ja",)),))
        vragen.append(Vraag(f"v{number}", Soort.JA_NEE, str(number), als=als))
    pages = tuple(
        Stap(f"s{start}", vragen=tuple(vragen[start : start + 50])) for start in range(0, 500, 50)
    )
    lijst = Vragenlijst(pages)

    assert fouten(lijst) == []
    assert not paden(lijst).volledig
