"""A newsletter in another language: its own words, and what was not translated in Dutch."""

from __future__ import annotations

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefPage, NieuwsIndexPage
from nieuws.nieuwsbrief.rendering import render
from tests.factories import news
from tests.factories.nieuws import item, letter

pytestmark = pytest.mark.django_db


def test_a_translation_has_the_words_of_its_language(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    english = Locale.objects.get_or_create(language_code="en")[0]
    bus = news(haven_news, "De bus rijdt weer", summary="Elke vrijdag.")
    page = letter(haven_letters, {"type": "text", "value": {"text": "<p>Dag buur</p>"}}, item(bus))
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english)

    translation.save_target(publish=True)

    translated = NieuwsbriefPage.objects.get(locale=english)
    rendered = render(translated)
    assert '<html lang="en"' in rendered.html
    assert "Unsubscribe" in rendered.text or "Afmelden" in rendered.text
    assert "De bus rijdt weer" in rendered.html
    assert 'lang="nl"' in rendered.html
    assert "/en/havenkwartier/nieuwsbrief/" in rendered.text
    assert '<html lang="nl"' in render(page).html
