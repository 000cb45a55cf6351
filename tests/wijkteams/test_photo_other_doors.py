"""Publishing many pages at once, or a colleague's draft, says which photo is not ready (R-17)."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news, photo
from tests.wijkteams.test_photo_consent import publish
from tests.wijkteams.test_workflow import decide, submitted
from wijkteams.models import TekstPage, Wijk, WijkPage

pytestmark = pytest.mark.django_db
NOT_READY: dict[str, Any] = {"title": "Feest", "photographer": ""}


def draft_with(item: NieuwsPage, **fields: Any) -> NieuwsPage:
    """An item that was never published, with a photo of these answers."""
    item.image = photo(item.wijk, **fields)
    item.live = False
    item.first_published_at = None
    item.save()
    item.save_revision()
    return item


def in_bulk(client: Client, *pages: Any, **data: Any) -> str:
    """Publish several; gives back what the next screen says."""
    numbers = "&".join(f"id={page.pk}" for page in pages)
    url = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?{numbers}"
    response = client.post(f"{url}&next=/beheer/", data)
    assert response.status_code == 302
    return client.get(response["Location"]).content.decode()


def is_live(page: Any) -> bool:
    return bool(type(page).objects.get(pk=page.pk).live)


def test_none_of_many_is_published_when_one_photo_is_not_ready(
    as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    good = draft_with(news(haven_news, "Goed"))
    bad = draft_with(news(haven_news, "Niet goed"), **NOT_READY)

    screen = in_bulk(as_joris, good, bad)

    assert "Niet gepubliceerd: een foto mag nog niet op de site." in screen
    assert "Niet goed" in screen
    assert "Vul bij Afbeeldingen in wie hem maakte" in screen
    assert not is_live(bad)
    assert not is_live(good)


def test_many_with_ready_photos_are_published(
    as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    pages = [draft_with(news(haven_news, title)) for title in ("Een", "Twee")]

    in_bulk(as_joris, *pages)

    assert all(is_live(page) for page in pages)


def test_draft_under_a_page_is_asked_about_too(as_joris: Client, haven: Wijk) -> None:
    ward = WijkPage.objects.get(wijk=haven)
    top = ward.add_child(instance=TekstPage(title="Tuin", live=False))
    below = top.add_child(
        instance=TekstPage(title="Bed", live=False, image=photo(haven, **NOT_READY))
    )
    below.save_revision()

    assert "Niet gepubliceerd" in in_bulk(as_joris, top, include_descendants="on")
    assert not is_live(top)
    in_bulk(as_joris, top)
    assert is_live(top)
    assert not is_live(below)


@pytest.mark.parametrize("header", [{}, {"x-requested-with": "XMLHttpRequest"}])
def test_agreeing_with_a_draft_says_it_too(
    as_wim: Client, as_joris: Client, haven_news: NieuwsIndexPage, header: dict[str, str]
) -> None:
    page = submitted(as_wim, haven_news)
    page.image = photo(page.wijk, **NOT_READY)
    page.save_revision()
    state = page.current_workflow_task_state
    url = f"/beheer/pages/workflow/action/{page.pk}/approve/{state.pk}/"

    response = as_joris.post(url, headers=header)

    assert response.status_code == (200 if header else 302)
    assert "Vul bij Afbeeldingen in wie hem maakte" in as_joris.get("/beheer/").content.decode()
    assert not is_live(page)
    assert page.workflow_in_progress


def test_agreeing_with_a_ready_draft_publishes_it(
    as_wim: Client, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    page = submitted(as_wim, haven_news)

    decide(as_joris, page, "approve")

    assert is_live(page)


def test_draft_with_such_a_photo_can_be_sent_back(
    as_wim: Client, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    page = submitted(as_wim, haven_news)
    image = photo(page.wijk, **NOT_READY)
    act = {"workflow-action-name": "reject", "workflow-action-extra-data": '{"comment": "Nee"}'}

    assert publish(as_joris, page, "action-workflow-action", image=image.pk, **act) == ""
    assert not NieuwsPage.objects.get(pk=page.pk).live
    agree = {"workflow-action-name": "approve"}
    page = submitted_again(as_wim, page)
    screen = publish(as_joris, page, "action-workflow-action", image=image.pk, **agree)
    assert "Vul bij Afbeeldingen in wie hem maakte" in screen


def submitted_again(client: Client, page: NieuwsPage) -> NieuwsPage:
    """The writer hands it in once more."""
    publish(client, page, "action-submit")
    return NieuwsPage.objects.get(pk=page.pk)


def test_form_of_a_ward_says_that_its_logo_is_nowhere(as_bea: Client, haven: Wijk) -> None:
    haven.logo = photo(haven, consent="")
    haven.save()
    url = reverse("wijk:edit", args=[haven.pk])

    screen = as_bea.get(url).content.decode()

    assert "Dit logo staat nu niet op de site." in screen
    assert "Vul bij Afbeeldingen in of er mensen op staan" in screen
    haven.logo.consent = "niemand"
    haven.logo.save()
    assert "Dit logo staat nu niet" not in as_bea.get(url).content.decode()
