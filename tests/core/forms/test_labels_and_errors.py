"""Every sample form, empty and refused: labels, hints, errors and legends belong together."""

from __future__ import annotations

from typing import Any

import pytest

from core.forms.samples import sample_forms
from tests.core.forms.page import complaints, parse, render, summary_links, visible_inputs

FORMS = [name for name, value in sample_forms().items() if name != "progress"]
REFUSED = ["form_with_errors", "formset", "file_form_with_errors", "date_time_form_with_errors"]


@pytest.mark.parametrize("name", FORMS)
def test_nothing_puzzles_who_cannot_see_the_form(name: str) -> None:
    page = parse(render(sample_forms()[name]))

    assert visible_inputs(page)
    assert not complaints(page)


@pytest.mark.parametrize("name", REFUSED)
def test_every_error_links_to_something_that_takes_focus(name: str) -> None:
    page = parse(render(sample_forms()[name]))

    reachable = {tag["id"] for tag in visible_inputs(page)}
    assert summary_links(page)
    assert set(summary_links(page)) <= reachable


@pytest.mark.parametrize("name", REFUSED)
def test_the_list_of_errors_has_the_focus_without_javascript_too(name: str) -> None:
    page = parse(render(sample_forms()[name]))

    summary = page.find(class_="error-summary")
    assert summary is not None
    assert summary.has_attr("autofocus")
    assert summary["tabindex"] == "-1"


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_input_says_so_and_points_at_its_error(name: str) -> None:
    page = parse(render(sample_forms()[name]))

    for target in summary_links(page):
        tag = page.find(id=target)
        assert tag is not None
        group = tag.find_parent("fieldset", class_="fieldset--invalid")
        described = [one.get("aria-describedby", "") for one in (tag, group) if one]
        assert tag["aria-invalid"] == "true"
        assert "_error" in " ".join(str(one) for one in described)


def test_a_row_of_a_set_is_named_in_the_list_of_errors() -> None:
    page = parse(render(sample_forms()["formset"]))

    summary = page.find(class_="error-summary")

    assert summary is not None
    assert "Persoon 1, Naam:" in summary.get_text()


def test_what_was_typed_is_kept() -> None:
    page = parse(render(sample_forms()["form_with_errors"]))

    values = {tag.get("name"): tag.get("value") for tag in page.find_all("input", checked=False)}
    ticked = {tag["value"] for tag in page.find_all("input", checked=True)}
    assert values["email"] == "karin"
    assert values["aantal"] == "drie"
    assert "koken" in ticked


def test_a_question_gets_no_colon_behind_it() -> None:
    html = render(sample_forms()["form_with_errors"])

    assert "Komt u naar de avond? " in html
    assert "?:" not in html


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("email", {"type": "email", "inputmode": "email", "autocomplete": "email"}),
        ("telefoon", {"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
        ("postcode", {"autocomplete": "postal-code"}),
        ("aantal", {"inputmode": "numeric"}),
        ("site", {"type": "url", "inputmode": "url"}),
    ],
)
def test_a_phone_shows_the_right_keys(name: str, wanted: dict[str, Any]) -> None:
    page = parse(render(sample_forms()["form"]))

    tag = page.find(attrs={"name": name})

    assert tag is not None
    assert {key: tag.get(key) for key in wanted} == wanted


def test_a_small_search_form_is_sent_by_get_and_says_nothing_of_obligation() -> None:
    page = parse(render(sample_forms()["search_form"]))

    form = page.find("form")

    assert form is not None
    assert form["method"] == "get"
    assert "form--inline" in form["class"]
    assert "niet verplicht" not in page.get_text()
    assert not page.find(attrs={"name": "csrfmiddlewaretoken"})
