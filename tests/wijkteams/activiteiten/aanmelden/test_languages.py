"""Whoever reads in another language is written to in that language, if the page exists in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale

from wijkteams.activiteiten.aanmelden.applicant import SignedUp
from wijkteams.activiteiten.models import Aanmelding, ActiviteitPage

Asks = Callable[..., SignedUp]


@pytest.fixture
def english(page: ActiviteitPage) -> ActiviteitPage:
    locale, _new = Locale.objects.get_or_create(language_code="en")
    copy = page.copy_for_translation(locale, copy_parents=True)
    copy.title = "Cooking together"
    copy.save_revision().publish()
    return ActiviteitPage.objects.get(pk=copy.pk)


def test_the_mail_names_the_page_of_that_language(
    asks: Asks, english: ActiviteitPage, mails: Any
) -> None:
    asks("Anna", language="en")
    assert "Cooking together" in mails()[0]["subject"]
    assert "/en/aanmelding/" in mails()[0]["text"]


def test_without_that_page_it_is_dutch(asks: Asks, page: ActiviteitPage, mails: Any) -> None:
    asks("Anna", language="tr")
    assert mails()[0]["subject"] == "Bevestig uw aanmelding: Samen koken"
    assert "/tr/" not in mails()[0]["text"]


def test_a_form_in_a_language_without_that_page_does_not_exist(
    client: Client, page: ActiviteitPage
) -> None:
    assert client.get("/en/havenkwartier/agenda/samen-koken/aanmelden/").status_code == 404
    assert not Aanmelding.objects.exists()
