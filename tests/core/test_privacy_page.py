"""Residents read what is kept about them on a page that the register makes."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.html import escape

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
