"""The form of a survey speaks as people do here, and says its names to who listens."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from accounts.models import User
from enquetes.models import EnqueteIndexPage
from enquetes.vragen.blocks import VragenStroom
from tests.enquetes.beheer.answers import draft, newest, save
from tests.factories.enquetes import question, step
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

DOG = step(1, question("keuze", 1, "Ja", "Nee"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_moments_are_shown_and_typed_as_one_writes_them_here(
    as_joris: Client, joris: User, haven: Wijk, language: str
) -> None:
    page = draft(EnqueteIndexPage.objects.get(wijk=haven), DOG)
    UserProfile.objects.update_or_create(user=joris, defaults={"preferred_language": language})
    sent = {"opens_at": "01-12-2026 09:00", "closes_at": "13-12-2026 23:59"}
    assert save(as_joris, page, DOG, **sent).status_code == 302

    moment = newest(page).closes_at
    assert moment is not None
    closes = timezone.localtime(moment)
    assert (closes.day, closes.month, closes.hour) == (13, 12, 23)
    html = as_joris.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'value="13-12-2026 23:59"' in html
    assert "Waar mogen honden los?" in html


@pytest.mark.parametrize(
    ("kind", "part", "word"),
    [
        ("keuze", "opties", "Antwoord"),
        ("rangorde", "opties", "Antwoord"),
        ("matrix", "rijen", "Rij"),
        ("matrix", "opties", "Kolom"),
    ],
)
def test_each_field_of_an_answer_has_a_name(kind: str, part: str, word: str) -> None:
    block = VragenStroom().child_blocks[kind].child_blocks[part].child_block
    assert f'aria-label="{word}"' in block.field.widget.render("x", "")
