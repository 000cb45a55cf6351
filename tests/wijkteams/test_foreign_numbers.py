"""R-03: a number of another ward, put into one's own form, gets nobody anywhere."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news, photo
from tests.wijkteams.test_rights_pages import form_data
from wijkteams.models import Buurt, Thema, Wijk, WijkPage

pytestmark = pytest.mark.django_db

HIDDEN = "Alleen voor de haven"


@pytest.fixture
def own(sluis_news: NieuwsIndexPage) -> NieuwsPage:
    """Fatma's own item."""
    return news(sluis_news, "Eigen bericht", slug="eigen-bericht")


def pages() -> list[Any]:
    return list(Page.objects.order_by("pk").values_list("pk", "path", "title"))


def test_own_page_is_not_moved_under_another_ward(
    as_fatma: Client, own: NieuwsPage, haven_news: NieuwsIndexPage
) -> None:
    before = pages()
    move = reverse("wagtailadmin_pages:move", args=[own.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    as_fatma.post(move, {"new_parent_page": haven_news.pk})
    as_fatma.post(reverse("wagtailadmin_pages:move_confirm", args=[own.pk, haven_news.pk]))
    as_fatma.post(f"{bulk}?id={own.pk}", {"chooser": haven_news.pk})

    assert pages() == before


def test_copies_stay_within_the_own_ward(
    as_fatma: Client, own: NieuwsPage, haven_news: NieuwsIndexPage
) -> None:
    theirs = news(haven_news, HIDDEN)
    before = pages()
    posted = {"new_title": "Kopie", "new_slug": "kopie"}

    out = reverse("wagtailadmin_pages:copy", args=[own.pk])
    inward = reverse("wagtailadmin_pages:copy", args=[theirs.pk])
    as_fatma.post(out, {**posted, "new_parent_page": haven_news.pk})
    as_fatma.post(inward, {**posted, "new_parent_page": own.get_parent().pk})

    assert pages() == before
    as_fatma.post(out, {**posted, "new_parent_page": own.get_parent().pk})
    assert len(pages()) == len(before) + 1, "within the own ward it works"


def test_picture_of_another_ward_in_the_text_is_refused_and_not_shown(
    as_fatma: Client, own: NieuwsPage, haven: Wijk
) -> None:
    theirs = photo(haven, title=HIDDEN, description=HIDDEN)
    block = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "image",
        "body-0-id": "",
        "body-0-value-image-image": theirs.pk,
        "body-0-value-image-alt_text": "x",
        "body-0-value-caption": "",
    }
    address = reverse("wagtailadmin_pages:edit", args=[own.pk])

    answer = as_fatma.post(address, form_data(own, **block, **{"action-publish": "1"}))

    own.refresh_from_db()
    assert answer.status_code == 200
    assert len(own.body) == 0
    assert HIDDEN not in answer.content.decode()


@pytest.mark.parametrize("field", ["buurten", "themas"])
def test_rows_of_another_ward_cannot_be_chosen_for_a_page(
    as_fatma: Client, own: NieuwsPage, haven: Wijk, sluis: Wijk, field: str
) -> None:
    model: Any = {"buurten": Buurt, "themas": Thema}[field]
    theirs, mine = (
        model.objects.create(wijk=wijk, name=name, slug=name)
        for wijk, name in ((haven, "alleen-haven"), (sluis, "alleen-sluis"))
    )
    address = reverse("wagtailadmin_pages:edit", args=[own.pk])

    shown = as_fatma.get(address).content.decode()
    as_fatma.post(address, form_data(own, **{field: [theirs.pk], "action-publish": "1"}))

    assert mine.name in shown
    assert theirs.name not in shown
    assert not getattr(NieuwsPage.objects.get(pk=own.pk), field).exists()


def test_logo_of_another_ward_is_refused_and_not_shown(
    as_fatma: Client, haven: Wijk, sluis: Wijk
) -> None:
    theirs = photo(haven, title=HIDDEN)
    address = reverse("wijk:edit", args=[sluis.pk])

    answer = as_fatma.post(address, {"name": sluis.name, "palette": "haven", "logo": theirs.pk})

    sluis.refresh_from_db()
    assert sluis.logo is None
    assert HIDDEN not in answer.content.decode()


def test_ward_page_stays_the_wards(as_fatma: Client, haven: Wijk, sluis: Wijk) -> None:
    page = WijkPage.objects.get(wijk=sluis)
    data = {"title": page.title, "summary": "", "image": "", "image_alt": "", "body-count": "0"}

    as_fatma.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        {**data, "wijk": haven.pk, "slug": haven.slug, "action-publish": "1"},
    )

    page.refresh_from_db()
    assert (page.wijk, page.slug) == (sluis, sluis.slug)
