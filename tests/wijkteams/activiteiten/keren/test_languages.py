"""An activity in two languages: the Dutch page says when, the other follows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import Translation, TranslationSource

from tests.factories import activiteit_page, next_monday, weekly
from tests.wijkteams.activiteiten.beheer.answers import answers
from wijkteams.activiteiten.keren.languages import FOLLOWED
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.models import Vermelding

pytestmark = pytest.mark.django_db


@pytest.fixture
def dutch(haven_agenda: AgendaPage) -> ActiviteitPage:
    """The club in Dutch."""
    return activiteit_page(haven_agenda, "Maandagclub", rule=weekly(count=5), capacity=None)


@pytest.fixture
def english(dutch: ActiviteitPage) -> ActiviteitPage:
    """The club in English, under the same ward."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    page = dutch.copy_for_translation(locale, copy_parents=True)
    page.title = "Monday club"
    page.save_revision().publish()
    return ActiviteitPage.objects.get(pk=page.pk)


def test_two_pages_are_one_activity(english: ActiviteitPage) -> None:
    assert Activiteit.objects.count() == 1
    assert Activiteit.objects.get().title == "Maandagclub"


def test_other_times_in_dutch_are_other_times_in_english(
    dutch: ActiviteitPage, english: ActiviteitPage
) -> None:
    dutch.starts_at += timedelta(hours=4)
    dutch.ends_at += timedelta(hours=4)
    dutch.save_revision().publish()

    english.refresh_from_db()
    assert detach(english.starts_at) == next_monday(14)
    rows = Vermelding.objects.filter(page=english.pk).exclude(starts_at=None)
    assert {detach(row.starts_at).hour for row in rows if row.starts_at} == {14}


def test_a_translator_cannot_change_the_times(
    as_joris: Client, dutch: ActiviteitPage, english: ActiviteitPage
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
    html = as_joris.get(edit).content.decode()
    assert 'name="wanneer-dag"' not in html
    assert "staan bij de Nederlandse pagina" in html

    sent = answers("Club of Monday") | {"wanneer-van": "22.00", "capacity": "3"}
    as_joris.post(edit, sent | {"inschrijving": "beperkt", "slug": english.slug})
    english.refresh_from_db()
    assert english.title == "Club of Monday"
    assert detach(english.starts_at) == next_monday(10)
    assert (english.capacity, english.inschrijving) == (None, "geen")


def test_what_a_program_writes_in_a_translation_counts_for_nobody(
    dutch: ActiviteitPage, english: ActiviteitPage
) -> None:
    english.starts_at += timedelta(days=1)
    english.ends_at += timedelta(days=1)
    english.save_revision().publish()

    english.refresh_from_db()
    assert english.starts_at == dutch.starts_at
    assert detach(Activiteit.objects.get().keren.all()[0].starts_at) == next_monday(10)


def test_when_the_dutch_page_goes_the_activity_stays(
    dutch: ActiviteitPage, english: ActiviteitPage
) -> None:
    dutch.delete()
    assert Activiteit.objects.count() == 1

    english.delete()
    assert not Activiteit.objects.exists()


def test_translating_asks_for_words_and_never_for_times(dutch: ActiviteitPage) -> None:
    asked = {
        field.field_name: field
        for field in get_translatable_fields(ActiviteitPage)
        if field.field_name in {*FOLLOWED, "locatie"}
    }
    assert {"starts_at", "ends_at", "capacity", "locatie", "inschrijving"} <= asked.keys()
    assert not any(field.is_translated(dutch) for field in asked.values())
    assert not any(field.is_overridable(dutch) for field in asked.values())


def test_a_translation_made_by_localize_follows_the_dutch_times(
    dutch: ActiviteitPage, haven_agenda: AgendaPage
) -> None:
    locale = Locale.objects.get_or_create(language_code="en")[0]
    haven_agenda.copy_for_translation(locale, copy_parents=True)
    source, _made = TranslationSource.update_or_create_from_instance(dutch)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(publish=True)
    english = ActiviteitPage.objects.get(locale=locale)
    assert english.herhaling == dutch.herhaling

    dutch.starts_at += timedelta(hours=4)
    dutch.ends_at += timedelta(hours=4)
    dutch.save_revision().publish()
    english.refresh_from_db()
    assert detach(english.starts_at) == next_monday(14)
    # What the translator saves next still carries the hours of before.
    translation.save_target(publish=True)
    english.refresh_from_db()
    assert detach(english.starts_at) == next_monday(14)
    assert Activiteit.objects.count() == 1
