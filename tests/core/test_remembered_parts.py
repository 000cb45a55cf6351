from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.template import engines
from django.test.utils import override_settings
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from core.templatetags import remembered as room

PARTS = {
    "part.html": "{{ item.title }} {{ item.day|date:'j F' }}{% if big %} groot{% endif %}",
    "page.html": "{% load remembered %}{% remembered 'part.html' item=item big=big %}",
}


@dataclass(frozen=True)
class Item:
    title: str
    day: date = date(2026, 3, 1)
    tags: Any = ()


@pytest.fixture(autouse=True)
def parts() -> Iterator[None]:
    loaders = [("django.template.loaders.locmem.Loader", PARTS)]
    kind = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"loaders": loaders},
    }
    room._KEPT.clear()
    with override_settings(TEMPLATES=[kind]):
        yield
    room._KEPT.clear()


def shown(item: Item, **values: object) -> str:
    return str(engines["django"].get_template("page.html").render({"item": item, **values}))


def test_a_part_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = room.render_to_string
    monkeypatch.setattr(
        room, "render_to_string", lambda name, values: made.append(name) or real(name, values)
    )

    assert [shown(Item("Koffie")), shown(Item("Koffie"))] == ["Koffie 1 maart"] * 2
    assert made == ["part.html"]


def test_other_values_are_another_part() -> None:
    assert shown(Item("Koffie")) == "Koffie 1 maart"
    assert shown(Item("Thee")) == "Thee 1 maart"
    assert shown(Item("Koffie"), big=True) == "Koffie 1 maart groot"


def test_each_language_has_its_own() -> None:
    assert shown(Item("Koffie")) == "Koffie 1 maart"
    with translation.override("en"):
        assert shown(Item("Koffie")) == "Koffie 1 March"


def test_the_day_may_count(monkeypatch: pytest.MonkeyPatch) -> None:
    shown(Item("Koffie"))
    monkeypatch.setattr(timezone, "localdate", lambda: date(2099, 1, 1))
    shown(Item("Koffie"))

    assert len(room._KEPT) == 2


def test_markup_never_stands_in_for_the_same_text_without_it() -> None:
    assert shown(Item(mark_safe("<b>Koffie</b>"))) == "<b>Koffie</b> 1 maart"
    assert shown(Item("<b>Koffie</b>")) == "&lt;b&gt;Koffie&lt;/b&gt; 1 maart"
    assert shown(Item(mark_safe("<b>Koffie</b>"))) == "<b>Koffie</b> 1 maart"


def test_what_can_change_is_not_remembered() -> None:
    assert shown(Item("Koffie", tags=[])) == "Koffie 1 maart"
    assert not room._KEPT


def test_no_more_is_remembered_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 2)
    for title in ("een", "twee", "drie"):
        assert shown(Item(title)).startswith(title)

    assert len(room._KEPT) == 1
