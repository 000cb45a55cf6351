"""Puts pages of the demo city into other languages, as an editor would: with wagtail-localize."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import translation
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from enquetes.demo.questions import in_other_words
from enquetes.models import EnquetePage
from home.services import attach_workflow
from nieuws.models import NieuwsJaarPage
from wijkteams.demo.story import as_blocks, with_dates
from wijkteams.demo.story_blocks import NO_SOURCES
from wijkteams.models import WijkteamPage

HERE = Path(__file__).parent
LANGUAGES = ("en", "ar", "tr")
# What a block has in every language: its own number, and what it shows or leads to.
_SHARED = ("id", "image", "document", "page")


@dataclass(frozen=True)
class Language:
    """A language with the words that its pages share."""

    locale: Locale
    year_title: str
    today: date


def load_translations(today: date) -> None:
    """Translate what is not translated yet, parents first."""
    for code in LANGUAGES:
        data = tomllib.loads((HERE / f"words/{code}.toml").read_text())
        locale, _created = Locale.objects.get_or_create(language_code=code)
        language = Language(locale, data["year_title"], today)
        with translation.override(code):
            for words in data["page"]:
                _translate(_source_page(words["path"]), language, words)
    attach_workflow()


def _source_page(path: str) -> Page:
    """The Dutch page of a path; news is found by its slug, in whatever year it is."""
    page: Page = Site.objects.get(is_default_site=True).root_page
    for slug in path.split("/"):
        if slug:
            below = Page.objects.descendant_of(page).filter(slug=slug, depth__lte=page.depth + 2)
            page = below.order_by("depth")[0]
    return page.specific


def _translate(page: Page, language: Language, words: dict[str, Any]) -> None:
    locale = language.locale
    if page.has_translation(locale):
        return
    parent = page.get_parent().specific
    if isinstance(parent, NieuwsJaarPage):
        _translate(parent, language, {"title": language.year_title % parent.slug})
    source, _created = TranslationSource.update_or_create_from_instance(page)
    task, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    _fill_in(source, locale, _strings(page), _strings(_twin(page, words, language.today)))
    task.save_target(publish=False)
    target = page.get_translation(locale).specific
    # Not left to localize: it would publish only after the end of the transaction.
    target.get_latest_revision().publish()


def _strings(page: Page) -> list[StringSegmentValue]:
    return [part for part in extract_segments(page) if isinstance(part, StringSegmentValue)]


def _fill_in(
    source: TranslationSource,
    locale: Locale,
    originals: list[StringSegmentValue],
    translated: list[StringSegmentValue],
) -> None:
    """Pair each string with its translation: both pages are built alike."""
    segments = {
        (segment.context.path, segment.order): segment
        for segment in source.stringsegment_set.select_related("context")
    }
    for original, other in zip(originals, translated, strict=True):
        if original.path != other.path:
            raise ValueError(f"{source}: {original.path} is no {other.path}")
        segment = segments[original.path, original.order]
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=locale,
            defaults={"data": other.string.data},
        )


def _twin(page: Page, words: dict[str, Any], today: date) -> Page:
    """The page as it would be in the other language; never saved."""
    twin = type(page).objects.get(pk=page.pk)
    day = getattr(page, "date", today)
    for name, value in words.items():
        if name not in ("path", "body", "tasks", "stap"):
            setattr(twin, name, with_dates(value, day))
    if "body" in words:
        blocks = as_blocks(with_dates(words["body"], day), NO_SOURCES)
        originals = list(page.body.raw_data)
        pairs = zip(blocks, originals, strict=True)
        twin.body = [_alike(block, original) for block, original in pairs]
    if isinstance(twin, EnquetePage):
        twin.vragen = in_other_words(twin.vragen.raw_data, words["stap"])
    if isinstance(twin, WijkteamPage):
        _name_tasks(twin, words["tasks"])
    return twin


def _alike(new: Any, original: Any) -> Any:
    """The words of `new`, with the numbers, pictures and addresses of what it translates."""
    if isinstance(new, dict):
        merged = {key: _alike(value, original[key]) for key, value in new.items()}
        shared = {key: original[key] for key in _SHARED if key in original}
        # A picture within a block is a group itself: its number is shared, its text is not.
        return merged | {key: kept for key, kept in shared.items() if not isinstance(kept, dict)}
    if isinstance(new, list):
        return [_alike(part, other) for part, other in zip(new, original, strict=True)]
    return new


def _name_tasks(twin: WijkteamPage, tasks: list[str]) -> None:
    members = list(twin.teamleden.all())
    for member, task in zip(members, tasks, strict=True):
        member.task = task
    twin.teamleden = members  # type: ignore[misc]
