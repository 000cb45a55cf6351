"""Words of Wagtail that were English, or stuck together; and a clock that nobody has to choose."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from wijkteams.models import Wijk, WijkPage

pytestmark = pytest.mark.django_db


def test_panel_of_checks_has_a_dutch_name(as_joris: Client, haven: Wijk) -> None:
    page: Page = WijkPage.objects.get(wijk=haven)

    screen = as_joris.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "Controle van de pagina" in screen
    assert ">Checks<" not in screen.replace(" ", "").replace("\n", "")


def test_button_of_the_translator_has_a_space(as_joris: Client) -> None:
    words = as_joris.get(reverse("wagtail_localize:javascript_catalog")).content.decode()

    assert '"Publish in ": "Publiceer in "' in words


def test_own_account_asks_for_no_time_zone(as_joris: Client) -> None:
    screen = as_joris.get(reverse("wagtailadmin_account")).content.decode()

    assert "localtime" not in screen
    assert "current_time_zone" not in screen
