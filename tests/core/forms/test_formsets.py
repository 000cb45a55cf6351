"""A set of rows: more and fewer of them without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django.http import QueryDict

from core.forms import Primary
from core.forms.samples import PersonenSet
from tests.core.forms.page import complaints, parse, render, summary_links


def posted(**more: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", **more})
    return data


def test_each_row_is_a_fieldset_with_its_number() -> None:
    page = parse(render(PersonenSet()))

    legends = [legend.get_text(" ", strip=True) for legend in page.find_all("legend")]

    assert legends[0] == "Persoon 1"
    assert legends[1].startswith("Persoon 2")
    assert "niet verplicht" in legends[1]
    assert page.find(attrs={"name": "form-TOTAL_FORMS"})


def test_the_button_gives_a_row_more_keeps_what_was_typed_and_complains_of_nothing() -> None:
    data = posted(**{"form-0-naam": "", "form-0-leeftijd": "tien", "form-more": "1"})

    formset = PersonenSet(data)
    page = parse(render(formset))

    assert not formset.is_valid()
    assert formset.total_form_count() == 2
    assert page.find(attrs={"name": "form-0-leeftijd"})["value"] == "tien"  # type: ignore[index]
    assert page.find(attrs={"name": "form-TOTAL_FORMS"})["value"] == "2"  # type: ignore[index]
    assert not page.find(class_="error-summary")
    assert not complaints(page)


def test_there_are_never_more_rows_than_may_be() -> None:
    full = posted(**{"form-TOTAL_FORMS": "8", "form-more": "1"})

    formset = PersonenSet(full)

    assert formset.total_form_count() == 8
    assert "form-more" not in render(formset)


def test_a_row_with_its_tick_goes() -> None:
    formset = PersonenSet(
        posted(
            **{
                "form-TOTAL_FORMS": "2",
                "form-0-naam": "Karin",
                "form-1-naam": "Omar",
                "form-1-DELETE": "on",
            }
        )
    )

    assert formset.is_valid(), formset.errors
    assert [form.cleaned_data["naam"] for form in formset.deleted_forms] == ["Omar"]
    assert "Haal persoon 2 weg" in render(formset)


def test_a_form_that_somebody_tampered_with_is_refused_and_not_an_accident() -> None:
    broken: Any = QueryDict("form-TOTAL_FORMS=veel&form-more=1")

    formset = PersonenSet(broken)

    assert not formset.is_valid()
    assert formset.non_form_errors() or not formset.forms


def test_what_is_wrong_with_the_whole_set_stands_in_the_list() -> None:
    formset = PersonenSet(posted(**{"form-0-naam": "Karin"}))
    formset.full_clean()
    formset._non_form_errors.append("Kies samen hooguit één kind.")

    page = parse(render(formset))

    summary = page.find(class_="error-summary")
    assert summary is not None
    assert "hooguit één kind" in summary.get_text()


@pytest.mark.parametrize("with_layout", [False, True])
def test_a_helper_draws_the_whole_set_in_one_form(with_layout: bool) -> None:
    formset = PersonenSet(posted(**{"form-0-naam": ""}))
    formset.helper = FormHelper()
    formset.helper.form_class = "breed"
    formset.helper.add_input(Primary("Bewaar"))
    if with_layout:
        formset.helper.layout = Layout(Row("naam", "leeftijd"), "DELETE")

    page = parse(render(formset))

    (form,) = page.find_all("form")
    assert form["class"] == ["form", "breed"]
    assert form.find(attrs={"name": "form-TOTAL_FORMS"})
    assert [button.get_text(strip=True) for button in form.find_all("button")] == [
        "Nog een persoon toevoegen",
        "Bewaar",
    ]
    assert bool(form.find(class_="form__row")) is with_layout
    assert summary_links(page) == ["id_form-0-naam"]
    assert not complaints(page)
