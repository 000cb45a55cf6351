"""A section that goes to another ward belongs to that ward, with all that is under it."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news
from wijkteams.models import Wijk, WijkPage

pytestmark = pytest.mark.django_db


def test_section_and_items_go_along(haven_news: NieuwsIndexPage, sluis: Wijk) -> None:
    item = news(haven_news, "De brug is open")
    front = WijkPage.objects.get(wijk=sluis)
    NieuwsIndexPage.objects.child_of(front).delete()

    Page.objects.get(pk=haven_news.pk).move(Page.objects.get(pk=front.pk), pos="last-child")

    assert NieuwsIndexPage.objects.get(pk=haven_news.pk).wijk_id == sluis.pk
    assert NieuwsPage.objects.get(pk=item.pk).wijk_id == sluis.pk
