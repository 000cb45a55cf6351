"""Days in the CMS are written as people write them, and read in each language of it."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.admin.checks import datetime_format_check
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from nieuws.models import NieuwsIndexPage
from wijkteams.models import Wijk


class DayForm(forms.Form):
    day = forms.DateField(widget=AdminDateInput)
    moment = forms.DateTimeField(widget=AdminDateTimeInput)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("typed", ["22-11-2026", "2026-11-22"])
def test_a_day_is_read_in_each_language(language: str, typed: str) -> None:
    with translation.override(language):
        form = DayForm({"day": typed, "moment": f"{typed} 19:30"})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["day"] == date(2026, 11, 22)
        assert form.cleaned_data["moment"].date() == date(2026, 11, 22)
        assert 'value="22-11-2026"' in str(DayForm(initial={"day": date(2026, 11, 22)})["day"])


def test_wagtail_knows_each_format() -> None:
    assert datetime_format_check(None) == []


@pytest.mark.django_db
def test_who_writes_news_reads_today_as_people_write_it(as_joris: Client, haven: Wijk) -> None:
    index = NieuwsIndexPage.objects.get(wijk=haven)
    url = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", index.pk])
    shown = as_joris.get(url).text
    assert f'value="{date.today():%d-%m-%Y}"' in shown
    assert f'value="{date.today():%Y-%m-%d}"' not in shown
