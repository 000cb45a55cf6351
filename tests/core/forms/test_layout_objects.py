"""Everything that crispy can put in a layout is drawn by our pack."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from crispy_forms import bootstrap, layout
from crispy_forms.helper import FormHelper
from django import forms

from tests.core.forms.page import complaints, parse, render


class Plain(forms.Form):
    """Enough fields for any layout."""

    name = forms.CharField(label="Naam", help_text="Zoals buren u kennen.")
    kind = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(
        choices=[("ma", "Maandag"), ("di", "Dinsdag")], widget=forms.CheckboxSelectMultiple
    )


# How to make one of each; a class of crispy that is not here makes the first test fail.
MAKERS: dict[str, Any] = {
    "Accordion": lambda c: c(bootstrap.AccordionGroup("Deel een", "name")),
    "AccordionGroup": lambda c: c("Deel een", "name"),
    "Alert": lambda c: c("Let op"),
    "AppendedText": lambda c: c("name", "km"),
    "Button": lambda c: c("knop", "Knop"),
    "ButtonHolder": lambda c: c(layout.Submit("knop", "Knop")),
    "Column": lambda c: c("name", css_class="extra"),
    "Container": lambda c: c("Deel een", "name"),
    "ContainerHolder": lambda c: c(bootstrap.Container("Deel een", "name")),
    "Div": lambda c: c("name", css_id="blok"),
    "Field": lambda c: c("name", css_class="extra", data_kind="x"),
    "FieldWithButtons": lambda c: c("name", bootstrap.StrictButton("Zoek")),
    "Fieldset": lambda c: c("Over u", "name", css_class="extra"),
    "FormActions": lambda c: c(layout.Submit("knop", "Knop")),
    "HTML": lambda c: c("<p>Uitleg</p>"),
    "Hidden": lambda c: c("geheim", "1"),
    "InlineCheckboxes": lambda c: c("days"),
    "InlineField": lambda c: c("name"),
    "InlineRadios": lambda c: c("kind"),
    "Layout": lambda c: c("name"),
    "Modal": lambda c: c("name", title="Venster"),
    "MultiField": lambda c: c("Over u", "name"),
    "MultiWidgetField": lambda c: c("name"),
    "PrependedAppendedText": lambda c: c("name", "€", ",00"),
    "PrependedText": lambda c: c("name", "€"),
    "Reset": lambda c: c("leeg", "Maak leeg"),
    "Row": lambda c: c("name", "kind"),
    "StrictButton": lambda c: c("Zoek"),
    "Submit": lambda c: c("knop", "Knop"),
    "Tab": lambda c: c("Deel een", "name"),
    "TabHolder": lambda c: c(bootstrap.Tab("Deel een", "name"), bootstrap.Tab("Twee", "kind")),
    "UneditableField": lambda c: c("name"),
}
ABSTRACT = {"LayoutObject", "TemplateNameMixin", "BaseInput", "Pointer"}


def classes() -> dict[str, type]:
    return {
        name: found
        for module in (layout, bootstrap)
        for name, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__ and name not in ABSTRACT
    }


def test_no_class_of_crispy_is_forgotten() -> None:
    assert set(classes()) == set(MAKERS)


@pytest.mark.parametrize("name", sorted(MAKERS))
@pytest.mark.parametrize("data", [None, {}], ids=["empty", "refused"])
def test_it_is_drawn_and_puzzles_nobody(name: str, data: dict[str, str] | None) -> None:
    form = Plain(data)
    form.helper = FormHelper()
    form.helper.form_show_errors = name != "UneditableField"
    form.helper.layout = layout.Layout(MAKERS[name](classes()[name]))

    page = parse(render(form))

    assert page.find("form")
    assert not complaints(page)


def test_class_and_attributes_of_a_helper_are_used_once() -> None:
    form = Plain()
    form.helper = FormHelper(form)
    form.helper.form_class, form.helper.form_id = "breed", "aanvraag"
    form.helper.attrs = {"data-soort": "x"}

    html = render(form)
    opening = html[html.index("<form") : html.index(">")]

    assert opening.count("class=") == 1
    assert 'class="form breed"' in opening
    assert 'id="aanvraag"' in opening
    assert 'data-soort="x"' in opening


def test_labels_that_are_not_shown_can_still_be_heard() -> None:
    form = Plain()
    form.helper = FormHelper(form)
    form.helper.form_show_labels = False

    page = parse(render(form))

    assert "visually-hidden" in page.find("label", attrs={"for": "id_name"})["class"]  # type: ignore[index]
    assert not complaints(page)


def test_two_forms_on_a_page_share_no_id_of_a_button() -> None:
    form = Plain()
    form.helper = FormHelper(form)
    form.helper.add_input(layout.Submit("verstuur", "Verstuur"))

    assert "submit-id" not in render(form)
