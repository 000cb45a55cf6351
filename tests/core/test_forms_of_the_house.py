"""Our crispy pack: labels, hints and errors are tied to their fields."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.template import Context, Template


class Aanvraag(forms.Form):
    """A field of every kind."""

    naam = forms.CharField(label="Uw naam", help_text="Zoals buren u kennen.")
    email = forms.EmailField(label="E-mailadres", required=False)
    komt = forms.ChoiceField(
        label="Komt u?",
        choices=[("ja", "Ja"), ("nee", "Nee")],
        widget=forms.RadioSelect,
        help_text="Kies er één.",
    )
    akkoord = forms.BooleanField(label="Ik ga akkoord")
    verhaal = forms.CharField(label="Uw verhaal", widget=forms.Textarea, required=False)
    foto = forms.FileField(label="Foto", required=False)


def render(form: forms.Form) -> str:
    return Template("{% load crispy_forms_tags %}{{ form|crispy }}").render(Context({"form": form}))


@pytest.fixture
def refused() -> str:
    return render(Aanvraag({"email": "geen adres"}))


def test_what_describes_a_field_is_on_the_page(refused: str) -> None:
    ids = set(re.findall(r'\sid="([^"]+)"', refused))
    described = {
        one for many in re.findall(r'aria-describedby="([^"]+)"', refused) for one in many.split()
    }

    assert {"id_naam_helptext", "id_naam_error", "id_komt_helptext", "id_komt_error"} <= described
    assert described <= ids


def test_errors_stand_on_top_with_a_link_to_their_field(refused: str) -> None:
    summary = refused.partition("</ul>")[0]
    ids = set(re.findall(r'\sid="([^"]+)"', refused))
    links = re.findall(r'<a href="#([^"]+)">', summary)

    assert 'role="alert"' in summary
    assert len(links) == 4
    assert set(links) <= ids


def test_what_was_typed_is_kept(refused: str) -> None:
    assert 'value="geen adres"' in refused


def test_optional_fields_say_so_and_required_ones_do_not() -> None:
    html = render(Aanvraag())

    assert html.count("(niet verplicht)") == 3
    assert "*" not in html


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    html = render(Aanvraag())

    assert re.search(r'<fieldset[^>]*aria-describedby="id_komt_helptext"', html)
    assert re.search(r"<legend[^>]*>\s*Komt u\?", html)
    assert html.count("<fieldset") == 1


def test_every_field_has_a_label() -> None:
    html = render(Aanvraag())

    labelled = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', html))

    assert {"id_naam", "id_email", "id_akkoord", "id_verhaal", "id_foto", "id_komt_0"} <= labelled
