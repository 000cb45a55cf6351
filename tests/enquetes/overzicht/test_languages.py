"""A survey in several languages: one list of questions, the texts of each language (S11)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage
from enquetes.vragen.reading import vragenlijst_of
from enquetes.vragen.talen import vragenlijst_in
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

ROWS = {"rijen": [{"type": "item", "id": key(777), "value": "Het plein"}]}
EVERY_KIND = (
    question("keuze", 1, "Ja zeker", "Nee hoor", help="Een logeerhond telt mee."),
    question("keuzes", 2, "Brood", "Melk"),
    question("schaal", 3, links="Slecht", rechts="Goed", maximum="5"),
    question("rangorde", 4, "Eerst dit", "Dan dat"),
    question("matrix", 5, "Vies", "Schoon", **ROWS),
    *(
        question(soort, number)
        for number, soort in enumerate(
            ("kort", "lang", "ja_nee", "smileys", "getal", "datum", "postcode", "buurt", "kaart"),
            start=10,
        )
    ),
    question("foto", 30),
    {"type": "tekst", "id": key(31), "value": {"text": "Even uitleg.", "als": rule(1, key(101))}},
    question("kort", 32, als=rule(1, key(101))),
)
"Each kind, and a condition on the first answer of the first question."


@pytest.fixture
def honden(haven: Wijk) -> Enquete:
    """A survey with each kind of question."""
    index = EnqueteIndexPage.objects.get(wijk=haven)
    return survey(index, step(1, *EVERY_KIND, title="Over honden", intro="Eerst dit."))


def in_english(enquete: Enquete, *, without: tuple[str, ...] = ()) -> EnquetePage:
    """The survey in English: each text between stars, but for those in `without`."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    page = EnquetePage.objects.get(
        translation_key=enquete.translation_key, locale__language_code="nl"
    )
    for above in page.get_ancestors().filter(depth__gte=2):
        if not above.has_translation(english):
            above.specific.copy_for_translation(
                english, copy_parents=True
            ).save_revision().publish()
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=english)
    for segment in source.stringsegment_set.exclude(context__path="slug"):
        text = segment.string.data
        if text not in without:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                defaults={"data": f"*{text}*"},
            )
    translation.save_target()
    translated = translation.get_target_instance()
    translated.get_latest_revision().publish()
    return EnquetePage.objects.get(pk=translated.pk)


def texts(enquete: Enquete, language: str) -> Iterator[str]:
    """All that a respondent reads of the questions."""
    assert enquete.versie
    for stap in vragenlijst_in(enquete.versie, language).vragenlijst.stappen:
        yield from (stap.title, stap.intro)
        for vraag in stap.vragen:
            yield from (vraag.text, vraag.help, vraag.links, vraag.rechts)
            yield from (one.text for one in (*vraag.opties, *vraag.rijen))


def test_the_screen_for_translating_offers_every_word_and_no_condition(honden: Enquete) -> None:
    page = EnquetePage.objects.get(title="Honden")

    source, _made = TranslationSource.update_or_create_from_instance(page)

    offered = {one.string.data for one in source.stringsegment_set.all()}
    assert {text for text in texts(honden, "nl") if text} <= offered
    assert not {one for one in offered if one.startswith("00000000-")}


def test_every_text_is_read_in_the_other_language(honden: Enquete) -> None:
    in_english(honden)

    assert honden.versie
    assert vragenlijst_in(honden.versie, "en").volledig
    assert [text for text in texts(honden, "en") if text and text[0] + text[-1] != "**"] == []


def test_conditions_and_ids_stay_those_of_the_version(honden: Enquete) -> None:
    translated = in_english(honden)

    assert honden.versie
    read = vragenlijst_in(honden.versie, "en").vragenlijst
    asked = honden.versie.vragenlijst
    assert list(read.by_id) == list(asked.by_id) == list(vragenlijst_of(translated.vragen).by_id)
    assert [one.als for one in read.by_id.values()] == [one.als for one in asked.by_id.values()]
    assert read.by_id[key(1)].opties[0].id == key(101)


def test_what_is_not_translated_stays_dutch_and_says_so(honden: Enquete) -> None:
    in_english(honden, without=("Vraag 10",))

    assert honden.versie
    found = vragenlijst_in(honden.versie, "en")
    assert not found.volledig
    assert found.vragenlijst.by_id[key(10)].text == "Vraag 10"
    assert found.vragenlijst.by_id[key(11)].text == "*Vraag 11*"


def test_a_name_that_is_the_same_in_both_languages_is_not_missing(honden: Enquete) -> None:
    in_english(honden, without=("Brood",))

    assert honden.versie
    assert vragenlijst_in(honden.versie, "en").volledig


def test_without_a_translation_all_is_dutch(honden: Enquete) -> None:
    assert honden.versie
    found = vragenlijst_in(honden.versie, "tr")

    assert not found.volledig
    assert found.vragenlijst == honden.versie.vragenlijst


def test_a_draft_of_a_translation_is_not_read(honden: Enquete) -> None:
    in_english(honden).unpublish()

    assert honden.versie
    assert not vragenlijst_in(honden.versie, "en").volledig


def test_a_question_added_later_is_asked_in_dutch(honden: Enquete) -> None:
    in_english(honden)
    page = EnquetePage.objects.get(title="Honden")
    page.vragen = [step(1, *EVERY_KIND, question("kort", 50), title="Over honden")]
    page.save_revision().publish()

    honden = Enquete.objects.get(pk=honden.pk)
    assert honden.versie
    found = vragenlijst_in(honden.versie, "en")
    assert not found.volledig
    assert found.vragenlijst.by_id[key(50)].text == "Vraag 50"


def test_who_writes_a_translation_by_hand_is_believed(honden: Enquete) -> None:
    translated = in_english(honden)
    Translation.objects.update(enabled=False)
    changed = question("keuze", 1, "Ja zeker", "Nee hoor", text="Geen hond?")
    page = EnquetePage.objects.get(title="Honden")
    page.vragen = [step(1, changed)]
    page.save_revision().publish()
    translated.vragen = [step(1, {**changed, "value": {**changed["value"], "text": "No dog?"}})]
    translated.save_revision().publish()

    honden = Enquete.objects.get(pk=honden.pk)
    assert honden.versie
    found = vragenlijst_in(honden.versie, "en")
    assert found.volledig
    assert found.vragenlijst.by_id[key(1)].text == "No dog?"


def test_an_old_translation_of_a_changed_question_is_not_shown(honden: Enquete) -> None:
    in_english(honden)
    page = EnquetePage.objects.get(title="Honden")
    page.vragen = [step(1, question("keuze", 1, "Ja zeker", "Nee hoor", text="Geen hond?"))]
    page.save_revision().publish()

    honden = Enquete.objects.get(pk=honden.pk)
    assert honden.versie
    found = vragenlijst_in(honden.versie, "en")
    assert not found.volledig
    assert found.vragenlijst.by_id[key(1)].text == "Geen hond?"
    assert found.vragenlijst.by_id[key(1)].opties[0].text == "*Ja zeker*"
