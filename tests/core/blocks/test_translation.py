"""A page with every block can be translated, and reads well in the other language."""

from __future__ import annotations

from django.test import Client
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.core.blocks.stories import every_block, page
from wijkteams.models import TekstPage, Wijk, WijkPage

TO_TRANSLATE = {
    "Rijdt weer.",
    "De eerste rit.",
    "Het straatfeest",
    "Een",
    "Ik zie mijn zus weer.",
    "Ria",
    "Ander adres",
    "De Kajuit.",
    "Vragen",
    "Mag mijn hond mee?",
    "Zo gaat het",
    "Bel",
    "Het team.",
    "Wat het kost",
    "Per keer",
    "Kinderen",
    "Rondleiding",
    "Welkom in De Brug.",
    "Van maart.",
    "Naar de wijk",
    "Kade 4",
}


def english_of(story: TekstPage) -> TekstPage:
    """The page in English: each text between stars."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    for ancestor in story.get_ancestors().filter(depth__gte=2):
        if not ancestor.has_translation(english):
            ancestor.specific.copy_for_translation(
                english, copy_parents=True
            ).save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(story)
    translation = Translation.objects.create(source=source, target_locale=english)
    for segment in source.stringsegment_set.exclude(context__path__in=["slug", "title"]):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=english,
            context=segment.context,
            defaults={"data": f"*{segment.string.data}*"},
        )
    translation.save_target()
    translated = translation.get_target_instance()
    translated.get_latest_revision().publish()
    return TekstPage.objects.get(pk=translated.pk)


def test_all_words_are_offered_for_translation(haven: Wijk) -> None:
    story = page(haven, *every_block(haven))

    source, _created = TranslationSource.update_or_create_from_instance(story)

    offered = {segment.string.data for segment in source.stringsegment_set.all()}
    assert TO_TRANSLATE - offered == set()


def test_a_translated_page_shows_every_block_in_the_other_language(
    client: Client, haven: Wijk
) -> None:
    story = page(haven, *every_block(haven))

    translated = english_of(story)
    response = client.get(translated.url)

    html = response.content.decode()
    assert response.status_code == 200
    kinds = [block.block_type for block in TekstPage.objects.get(pk=translated.pk).body]
    assert kinds == [block["type"] for block in every_block(haven)]
    missing = [word for word in TO_TRANSLATE if f"*{word}*" not in html.replace("&#x27;", "'")]
    assert missing == []
    assert "https://www.youtube-nocookie.com/embed/" in html


def test_the_original_stays_as_it_was(client: Client, haven: Wijk) -> None:
    story = page(haven, *every_block(haven))
    before = client.get(story.url).content.decode().count("Rijdt weer.")

    english_of(story)

    html = client.get(story.url).content.decode()
    assert html.count("Rijdt weer.") == before
    assert "*Rijdt" not in html
    assert WijkPage.objects.filter(wijk=haven).count() == 2
