"""Other forms of a word, accents, mistakes, other scripts; and the piece that is shown."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.safestring import SafeString
from wagtail.models import Locale, Page, PageViewRestriction

from core.models import Drietal, Woord
from core.search.counting import count_all
from core.search.excerpts import excerpt
from core.search.terms import terms_of
from core.search.vocabulary import corrected, distance, forget
from core.search.words import fold, words
from nieuws.models import NieuwsIndexPage
from tests.core.test_search import _queries as queries_of
from tests.core.test_search import found
from tests.factories import news


@pytest.mark.parametrize(
    ("stands", "typed"),
    [
        ("fietspad", "fietspaden"),
        ("fietspaden", "fietspad"),
        ("straatverlichting", "straatverlichtingen"),
        ("huizen", "huis"),
        ("huis", "huizen"),
        ("brieven", "brief"),
        ("bussen", "bus"),
        ("bus", "bussen"),
        ("café", "cafe"),
        ("cafe", "Café"),
        ("reünie", "REUNIE"),
        ("Українська", "українська"),
        ("مدرسة", "مَدرَسة"),
        ("çalışma", "calisma"),
    ],
)
def test_forms_of_a_word_find_one_another(
    client: Client, haven_news: NieuwsIndexPage, stands: str, typed: str
) -> None:
    news(haven_news, f"Iets over {stands}")
    news(haven_news, "Heel iets anders")

    assert found(client, typed) == [f"Iets over {stands}"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("straatverlichtng", "straatverlichting"),
        ("straatverlihcting", "straatverlichting"),
        ("sraatverlichtingg", "straatverlichting"),
        ("specltuin", "speeltuin"),
    ],
)
def test_mistyped_word_finds_what_was_meant_and_says_so(
    client: Client, haven_news: NieuwsIndexPage, typed: str, meant: str
) -> None:
    news(haven_news, "Nieuwe straatverlichting bij de speeltuin")
    count_all()

    response = client.get("/zoeken/", {"q": typed})
    page = response.content.decode()

    assert [item.title for item in response.context["items"]] == [
        "Nieuwe straatverlichting bij de speeltuin"
    ]
    assert f"Niets gevonden voor ‘{typed}’." in page
    assert f'<a href="?q={meant}">{meant}</a>' in page


def test_mistyped_word_costs_two_queries_more(client: Client, haven_news: NieuwsIndexPage) -> None:
    """Which words look like it, and once more what holds those."""
    news(haven_news, "Nieuwe straatverlichting bij de speeltuin")
    count_all()

    right = queries_of(client, "/zoeken/?q=straatverlichting")
    mistyped = queries_of(client, "/zoeken/?q=straatverlichtng")

    assert len(mistyped) == len(right) + 2
    assert len(mistyped) <= 9, "\n".join(mistyped)


def test_only_the_wrong_word_of_several_is_replaced(haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "Nieuwe straatverlichting bij de speeltuin")
    count_all()

    assert corrected(words("speeltuin straatverlichtng")) == ["speeltuin", "straatverlichting"]
    assert corrected(words("zwembad")) == []
    assert corrected(words("bus")) == []


def test_word_that_is_found_is_never_replaced(client: Client, haven_news: NieuwsIndexPage) -> None:
    for _number in range(3):
        news(haven_news, "De stoep gaat open")
    news(haven_news, "De sloep is terug")
    count_all()

    response = client.get("/zoeken/", {"q": "sloep"})

    assert response.context["instead"] == ""
    assert [item.title for item in response.context["items"]] == ["De sloep is terug"]


def test_word_of_a_page_that_is_not_for_all_is_never_offered(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news, "Het geheimproject")
    count_all()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    news(haven_news, "Verborgenheid", live=False)

    for typed in ("geheimprojct", "verborgenheit"):
        answer = client.get("/zoeken/", {"q": typed}).content.decode()
        assert "geheimproject" not in answer
        assert "verborgenheid" not in answer


def test_words_that_stand_nowhere_any_more_are_forgotten(haven_news: NieuwsIndexPage) -> None:
    page = news(haven_news, "Kermis op de kade")
    count_all()
    assert Woord.objects.get(word="kermis").pages == 1
    news(haven_news, "Kermis in de haven")
    page.delete()

    count_all()

    assert not Woord.objects.filter(word="kade").exists()
    assert not Drietal.objects.filter(woord__word="kade").exists()
    assert Woord.objects.get(word="kermis").pages == 1


def test_words_of_a_person_can_be_forgotten(haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "Sjoukje Merkteken neemt afscheid")
    count_all()

    forget(["Sjoukje Merkteken", "sjoukje@example.org"])

    assert not Woord.objects.filter(word__in=["sjoukje", "merkteken"]).exists()
    assert Woord.objects.filter(word="afscheid").exists()


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("markt", "markt", 0), ("markt", "mrakt", 1), ("markt", "mark", 1), ("markt", "boom", 3)],
)
def test_distance_counts_mistakes_no_further_than_asked(one: str, other: str, steps: int) -> None:
    assert distance(one, other, 2) == steps
    assert distance(other, one, 2) == steps


def test_piece_of_the_text_is_shown_with_the_words_marked(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    long = "<p>" + "Er stond van alles in. " * 40 + "Dan de fietspaden & <b>bruggen</b> daar.</p>"
    body = [{"type": "text", "value": {"text": long}}]
    news(haven_news, "Verslag", summary="Over de straat.", body=body)

    answer = client.get("/zoeken/", {"q": "fietspad bruggen"})
    [item] = answer.context["items"]

    assert isinstance(item.summary, SafeString)
    assert "<mark>fietspaden</mark> &amp; <mark>bruggen</mark> daar." in item.summary
    assert item.summary.startswith("… ")
    assert len(item.summary) < 300
    assert str(item.summary) in answer.content.decode()


def test_summary_is_shown_when_it_holds_the_words() -> None:
    terms = terms_of(words("markt"), "nl")

    assert excerpt("Ver weg is een markt.", "De <i>markt</i> komt.", terms) == (
        "De &lt;i&gt;<mark>markt</mark>&lt;/i&gt; komt."
    )
    assert excerpt("Niets daarvan.", "Ook niet.", terms) is None


def test_mistyped_word_is_marked_as_it_stands_in_the_text(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Verslag", summary="De straatverlichting is stuk.")
    count_all()

    [item] = client.get("/zoeken/", {"q": "straatverlichtng"}).context["items"]

    assert item.summary == "De <mark>straatverlichting</mark> is stuk."


def test_own_language_is_found_among_any_number_of_dutch_pages(
    client: Client, haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.search.results.NEWEST", 3)
    monkeypatch.setattr("core.search.matches.IN_TITLE", 3)
    ukrainian = Locale.objects.create(language_code="uk")
    page = news(haven_news, "Festival")
    translated: Page = page.copy_for_translation(ukrainian, copy_parents=True)
    translated.title = "Festival Українська"
    translated.save_revision().publish()
    for number in range(8):
        news(haven_news, f"Festival {number}")

    response = client.get("/uk/zoeken/", {"q": "festival"})

    assert response.context["items"][0].title == "Festival Українська"


def test_ward_is_found_by_its_name_among_any_number_of_newer_news(
    client: Client, haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.search.results.NEWEST", 3)
    monkeypatch.setattr("core.search.matches.IN_TITLE", 3)
    for number in range(8):
        news(haven_news, f"Havenkwartier {number}")

    assert found(client, "havenkwartier")[0] == "Havenkwartier"


def test_letters_with_signs_become_plain_letters() -> None:
    assert fold("ÉÉN Łódź Straße ĳs İstanbul") == "een lodz strasse ijs istanbul"
    assert fold("Ёлка Їжак") == "елка іжак"


def test_ward_where_somebody_is_goes_first(
    client: Client, haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Kermis in de haven", summary="Ook markt.")
    news(sluis_news, "Markt in de sluis")

    assert found(client, "markt", wijk="havenkwartier") == [
        "Kermis in de haven",
        "Markt in de sluis",
    ]
    page = client.get("/zoeken/", {"q": "markt", "wijk": "havenkwartier"}).content.decode()
    assert "Eerst wat bij Havenkwartier hoort." in page
    assert 'name="wijk" value="havenkwartier"' in page
    for other in ("", "bestaat-niet", "\x00", "x" * 5_000, "' OR 1=1"):
        assert found(client, "markt", wijk=other)[0] == "Markt in de sluis"


def test_search_on_a_page_of_a_ward_asks_for_that_ward_first(client: Client, haven: object) -> None:
    page = client.get("/havenkwartier/").content.decode()

    assert '<input type="hidden" name="wijk" value="havenkwartier">' in page
    assert "/zoeken/?wijk=havenkwartier" in page
