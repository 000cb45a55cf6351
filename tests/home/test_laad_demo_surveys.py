"""The surveys of the demo city: each in another state, and what people answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from enquetes.models import (
    Citaat,
    Enquete,
    EnquetePage,
    Inzending,
    Panellid,
    Papierstapel,
    Stand,
    Toegang,
)
from enquetes.papier.services import verschillen
from enquetes.toegang import codes
from enquetes.uitslag.counting import recount
from enquetes.vragen.pad import alleen_zichtbare
from enquetes.vragen.talen import vragenlijst_in
from tests.home.demo_city import AS_DEMO
from wijkteams.kanaal import Kanaal

BEFORE = "hoe-veilig-is-de-kadeweg"


@pytest.fixture(autouse=True)
def _loaded(told: str, db: None) -> Iterator[None]:
    with override_settings(**AS_DEMO):
        yield


def known() -> Enquete:
    """The one of which the results are known, with one before it."""
    return Enquete.objects.get(uitslag_op__isnull=False, vorige__isnull=False)


def test_they_are_in_different_states() -> None:
    states = Counter(one.stand() for one in Enquete.objects.all())

    assert set(states) == {Stand.OPEN, Stand.GEPLAND, Stand.UITSLAG}
    assert Enquete.objects.count() >= 5
    assert Enquete.objects.filter(wijk=None).exists()
    assert len(set(Enquete.objects.values_list("toegang", flat=True))) >= 3
    assert Toegang.HUISCODE in set(Enquete.objects.values_list("toegang", flat=True))


def test_four_hundred_answers_came_by_web_paper_and_phone() -> None:
    ways = Counter(Inzending.objects.filter(enquete=known()).values_list("kanaal", flat=True))

    assert sum(ways.values()) == 400
    assert {Kanaal.WEB, Kanaal.PAPIER, Kanaal.TELEFOON} <= set(ways)


def test_nobody_answered_what_they_did_not_see() -> None:
    for row in Inzending.objects.select_related("versie"):
        assert alleen_zichtbare(row.versie.vragenlijst, row.antwoorden) == row.antwoorden


def test_the_figures_are_those_of_the_answers_and_of_the_page() -> None:
    enquete = known()
    tally = enquete.uitslag.tellingen

    assert recount(enquete) == tally
    page = EnquetePage.objects.get(translation_key=enquete.translation_key)
    assert page.vervolg
    html = Client().get(page.url).content.decode()
    assert "zebrapad" in html


def test_open_answers_are_shown_only_in_the_words_of_the_team() -> None:
    shown = Citaat.objects.filter(status=Citaat.Status.TONEN)
    page = EnquetePage.objects.get(slug="veilig-over-de-kadeweg")
    html = Client().get(page.url).content.decode()

    assert shown.count() >= 15
    assert Citaat.objects.filter(status=Citaat.Status.NIET_TONEN).exists()
    for name in ("Van Houten", "06 12345678", "nummer 41"):
        assert name in str([row.antwoorden for row in Inzending.objects.all()])
        assert name not in str(list(shown.values_list("tekst", flat=True)))
        assert name not in html


def test_one_can_be_filled_in_in_three_languages() -> None:
    enquete = Enquete.objects.get(title__startswith="Samen eten")
    versie = enquete.versie
    assert versie is not None

    for language in ("tr", "ar"):
        assert vragenlijst_in(versie, language).volledig, language
    for start in ("/tr", "/ar"):
        url = f"{start}/oude-sluis/enquetes/samen-eten-in-de-sluiswachter/"
        assert Client().get(url).status_code == 200


def test_a_poll_stands_on_other_pages() -> None:
    for path in ("/havenkwartier/", "/havenkwartier/enquetes/welke-kleur-krijgt-de-bank/"):
        assert "Havenblauw" in Client().get(path).content.decode(), path


def test_the_results_stand_beside_those_of_a_year_ago() -> None:
    before = known().vorige
    assert before is not None
    html = Client().get("/havenkwartier/enquetes/veilig-over-de-kadeweg/").content.decode()

    assert before.inzendingen.count() == 182
    assert before.uitslag_op
    assert before.uitslag_op < timezone.now() - timedelta(300)
    assert Client().get(f"/havenkwartier/enquetes/{BEFORE}/").status_code == 200
    assert str(before) in html
    # Of the questions that are the same, what was shown then stands in the figures of now.
    assert html.count(f"Vorige keer ({before}):") == 4


def test_every_answer_on_the_site_used_a_code_of_its_neighbourhood() -> None:
    enquete = Enquete.objects.get(toegang=Toegang.HUISCODE)
    web = enquete.inzendingen.filter(kanaal=Kanaal.WEB)
    rights = enquete.deelnames.filter(used=True)

    assert enquete.stand() == Stand.OPEN
    assert rights.count() == web.count() < enquete.deelnames.count()
    answered = Counter(web.exclude(buurt=None).values_list("buurt", flat=True))
    for buurt, count in Counter(rights.values_list("buurt", flat=True)).items():
        assert answered[buurt] <= count, buurt
    unused = enquete.deelnames.filter(used=False)[0]
    assert codes.find(enquete, codes.code_of(unused)) == unused


def test_a_pile_is_half_typed_in_and_one_answer_was_read_in_two_ways() -> None:
    stapel = Papierstapel.objects.get()
    found = verschillen(stapel)

    assert stapel.status == Papierstapel.Status.VERSCHILLEN
    assert [one.formulier for one in found if one.vraag] == [2]
    assert any(not one.vraag for one in found)
    assert stapel.invoer.filter(klaar=False).exclude(antwoorden={}).count() == 1
    for row in stapel.invoer.filter(klaar=True):
        assert alleen_zichtbare(stapel.versie.vragenlijst, row.antwoorden) == row.antwoorden


def test_a_panel_of_residents_confirmed_one_after_another() -> None:
    panel = Panellid.objects.filter(wijk__slug="havenkwartier", status=Panellid.Status.ACTIEF)
    moments = [lid.confirmed_at for lid in panel.order_by("pk") if lid.confirmed_at]

    assert len(moments) == 12
    assert moments == sorted(moments)
    assert all(moment < timezone.now() for moment in moments)
    assert all(lid.email.endswith("@sluisdam.example") for lid in panel)
