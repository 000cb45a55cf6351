"""Residents read what is kept about them on a page that the register makes."""

from __future__ import annotations

from typing import Any

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.test import Client
from django.utils.html import escape

from core.forms import HouseHelper
from core.models import StadInstellingen
from core.privacy import processings
from home.models import HomePage

pytestmark = pytest.mark.django_db


def test_page_shows_every_processing(client: Client, hub: HomePage) -> None:
    screen = client.get("/privacy/")

    assert screen.status_code == 200
    body = screen.content.decode()
    for processing in processings():
        for text in (processing.title, processing.purpose, processing.retention):
            assert escape(str(text)) in body, processing.key


def test_page_says_who_is_responsible_in_the_words_of_the_city(
    client: Client, hub: HomePage
) -> None:
    StadInstellingen.objects.update(privacy_text="De gemeente Sluisdam is verantwoordelijk.")

    assert "De gemeente Sluisdam is verantwoordelijk." in client.get("/privacy/").content.decode()


def test_every_processing_can_be_linked_to_and_says_who_gets_it(
    client: Client, hub: HomePage
) -> None:
    body = client.get("/privacy/").content.decode()

    for processing in processings():
        assert f'id="{processing.key}"' in body
        assert escape(str(processing.receivers)) in body


def test_form_leads_to_its_own_processing(client: Client, hub: HomePage) -> None:
    class VraagForm(forms.Form):
        naam = forms.CharField(label="Naam")

    form: Any = VraagForm()
    form.helper = HouseHelper(form, privacy="account")

    assert '/privacy/#account"' in render_crispy_form(form)
    form.helper = HouseHelper(form)
    assert "/privacy/" not in render_crispy_form(form)
