"""What surveys keep about one person is given to them, and erased when they ask."""

from __future__ import annotations

import json

import pytest

from core import page_cache
from core.privacy.engine import erase_person, export_person
from core.privacy.register import declared_fields
from enquetes.models import (
    Afzender,
    Citaat,
    Deelname,
    Enquete,
    EnquetePage,
    Inzending,
    Panellid,
    Uitslagmail,
)
from enquetes.toegang import panel
from enquetes.toegang.rights import panel_digests
from tests.enquetes.toegang.conftest import Make
from tests.factories.enquetes import key
from wijkteams.models import Wijk

ANNA = "anna@bewoner.example"


@pytest.fixture
def named(make: Make) -> Enquete:
    """A survey by name that Anna and Bram answered."""
    enquete = make(anonimiteit="op_naam")
    for name in ("Anna", "Bram"):
        row = Inzending.objects.create(
            enquete=enquete,
            versie=enquete.versie,
            dag="2026-05-01",
            antwoorden={key(1): key(101)},
        )
        email = f"{name.lower()}@bewoner.example"
        Afzender.objects.create(inzending=row, name=name, email=email)
    return enquete


def test_answers_by_name_are_given_in_words(named: Enquete) -> None:
    text = json.dumps(export_person(ANNA), ensure_ascii=False)

    assert '"Vraag 1": "Ja"' in text
    assert "Bram" not in text


def test_answers_by_name_are_erased_and_no_others(named: Enquete) -> None:
    erase_person(ANNA)

    assert [row.name for row in Afzender.objects.all()] == ["Bram"]
    assert Inzending.objects.count() == 1


def test_their_words_on_the_site_go_with_their_answers(
    named: Enquete, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped: list[str] = []
    monkeypatch.setattr(page_cache, "drop", lambda *keys: dropped.extend(keys))
    for row in named.inzendingen.select_related("afzender"):
        Citaat.objects.create(
            enquete=named, inzending=row, vraag=key(2), tekst=row.afzender.name, status="tonen"
        )

    erase_person(ANNA)

    assert [quote.tekst for quote in Citaat.objects.all()] == ["Bram"]
    page = EnquetePage.objects.get(translation_key=named.translation_key)
    assert f"pagina:{page.pk}" in dropped


def test_addresses_and_memberships_are_given_and_erased(make: Make, haven: Wijk) -> None:
    enquete = make("panel")
    Uitslagmail.objects.create(enquete=enquete, email="Anna@Bewoner.example")
    panel.join(ANNA, haven, name="Anna de Vries")
    lid = Panellid.objects.get()
    panel.confirm(lid)
    digest = panel_digests(lid, enquete)[0]
    Deelname.objects.create(enquete=enquete, soort="panel", digest=digest)

    text = json.dumps(export_person(ANNA), ensure_ascii=False)
    assert "Anna de Vries" in text
    assert '"gevraagd voor": ["Honden"]' in text

    erase_person(ANNA)
    assert not Panellid.objects.exists()
    assert not Uitslagmail.objects.exists()
    assert not Deelname.objects.exists()


def test_an_anonymous_answer_is_found_by_nobody(make: Make) -> None:
    enquete = make()
    Inzending.objects.create(enquete=enquete, versie=enquete.versie, dag="2026-05-01")

    assert export_person(ANNA)["gevonden"] == []


@pytest.mark.parametrize(
    "field",
    [
        "Inzending.antwoorden",
        "Envelop.inhoud",
        "Concept.inhoud",
        "ConceptFoto.inhoud",
        "AntwoordFoto.file",
        "Afzender.email",
        "Deelname.digest",
        "Uitslagmail.email",
        "Panellid.email",
        "Papierinvoer.antwoorden",
        "Papierinvoer.entered_by",
    ],
)
def test_what_no_name_betrays_is_declared_too(field: str) -> None:
    model, _dot, name = field.partition(".")

    assert (f"enquetes.{model}", name) in declared_fields()
