"""What a volunteer types in the form of an activity."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories import next_monday
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage

__all__ = ["add_url", "answers", "create", "edit_url", "rich_text"]


def answers(
    title: str = "Koffie in De Brug", *, start: datetime | None = None, **given: Any
) -> dict[str, Any]:
    """Next Monday from 10 to 12, and published; with `wanneer-repeats="weekly"` each Monday."""
    start = start or next_monday()
    sent: dict[str, Any] = {
        "title": title,
        "slug": "",
        "summary": "",
        "soort": "activiteit",
        "inschrijving": "geen",
        "bereik": "keer",
        "voor_wie": "iedereen",
        "kinderen": "mogen_mee",
        "is_free": "on",
        "reserved": "0",
        "max_group": "4",
        "closes_hours_before": "0",
        "keep_days": "30",
        "wachtlijst": "on",
        "wanneer-dag": f"{start:%d-%m-%Y}",
        "wanneer-van": "10.00",
        "wanneer-tot": "12.00",
        "action-publish": "1",
    }
    empty = {name: streamfield([]) for name in ("body", "stukken", "looproute", "verslag")}
    sent |= nested_form_data({**empty, "vragen": streamfield([]), "comments": streamfield([])})
    sent |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return sent | {name.replace("wanneer_", "wanneer-"): value for name, value in given.items()}


def add_url(agenda: AgendaPage) -> str:
    """Where one makes a new activity."""
    return reverse("wagtailadmin_pages:add", args=["activiteiten", "activiteitpage", agenda.pk])


def edit_url(page: ActiviteitPage) -> str:
    """Where one changes it."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def create(client: Client, agenda: AgendaPage, **given: Any) -> Any:
    """Send the form of a new activity."""
    return client.post(add_url(agenda), answers(**given))
