"""Pictures and documents belong to a ward; volunteers use and change only their own ward's."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import photo, photo_file
from tests.wijkteams.test_rights_pages import form_data
from wijkteams.models import Document, Image, Wijk, WijkteamPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(haven: Wijk) -> Image:
    return photo(haven, title="Kade bij avond")


@pytest.fixture
def document(haven: Wijk) -> Document:
    return Document.objects.create(
        title="Verslag kade", wijk=haven, file=ContentFile(b"verslag", name="verslag.txt")
    )


def test_own_editor_lists_and_opens(as_joris: Client, picture: Image, document: Document) -> None:
    assert "Kade bij avond" in as_joris.get(reverse("wagtailimages:index")).content.decode()
    assert as_joris.get(reverse("wagtailimages:edit", args=[picture.pk])).status_code == 200
    assert "Verslag kade" in as_joris.get(reverse("wagtaildocs:index")).content.decode()
    assert as_joris.get(reverse("wagtaildocs:edit", args=[document.pk])).status_code == 200


def test_stranger_of_another_ward_sees_and_opens_nothing(
    as_fatma: Client, picture: Image, document: Document
) -> None:
    addresses = [
        reverse("wagtailimages:index"),
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailimages:delete", args=[picture.pk]),
        reverse("wagtailimages:image_usage", args=[picture.pk]),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:choose_results") + "?q=Kade",
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs:edit", args=[document.pk]),
        reverse("wagtaildocs:delete", args=[document.pk]),
        reverse("wagtaildocs_chooser:choose"),
    ]

    for address in addresses:
        body = as_fatma.get(address).content.decode()

        assert "Kade bij avond" not in body, address
        assert "Verslag kade" not in body, address


def test_stranger_of_another_ward_changes_nothing(
    as_fatma: Client, picture: Image, document: Document, sluis: Wijk
) -> None:
    new = {"title": "Gekaapt", "wijk": sluis.pk}

    as_fatma.post(reverse("wagtailimages:edit", args=[picture.pk]), new)
    as_fatma.post(reverse("wagtailimages:delete", args=[picture.pk]))
    as_fatma.post(reverse("wagtaildocs:edit", args=[document.pk]), new)
    as_fatma.post(reverse("wagtaildocs:delete", args=[document.pk]))
    as_fatma.post(
        f"{reverse('wagtail_bulk_action', args=['wijkteams', 'image', 'delete'])}?id={picture.pk}"
    )

    assert Image.objects.get(pk=picture.pk).title == "Kade bij avond"
    assert Document.objects.get(pk=document.pk).title == "Verslag kade"


def test_editor_adds_a_picture_to_the_own_ward(as_joris: Client, haven: Wijk) -> None:
    as_joris.post(
        reverse("wagtailimages:add"),
        {"title": "Feest op de kade", "file": photo_file(), "wijk": haven.pk},
    )

    assert Image.objects.get(title="Feest op de kade").wijk == haven


@pytest.mark.parametrize("other", [True, False])
def test_editor_adds_no_picture_to_another_ward_or_to_the_city(
    as_joris: Client, sluis: Wijk, other: bool
) -> None:
    response = as_joris.post(
        reverse("wagtailimages:add"),
        {"title": "Feest op de kade", "file": photo_file(), "wijk": sluis.pk if other else ""},
    )

    assert response.status_code == 200
    assert not Image.objects.exists()


def test_original_is_given_to_the_own_ward_only(
    as_joris: Client, as_fatma: Client, client: Client, picture: Image
) -> None:
    address = picture.file.url

    assert as_joris.get(address).status_code == 200
    assert as_fatma.get(address).status_code == 404
    assert client.get(address).status_code == 302
    assert as_joris.get("/beheer/origineel/%00").status_code == 404


def test_writer_changes_only_own_pictures(
    as_wim: Client, wim: object, haven: Wijk, picture: Image
) -> None:
    own = photo(haven, title="Van Wim", uploaded_by_user=wim)

    assert as_wim.get(reverse("wagtailimages:edit", args=[own.pk])).status_code == 200
    assert as_wim.get(reverse("wagtailimages:edit", args=[picture.pk])).status_code in {302, 403}


@pytest.fixture
def foreign(sluis: Wijk) -> Image:
    """A picture of another ward, that stands on no page."""
    return photo(sluis, title="Niet voor de haven")


def post_news(client: Client, index: NieuwsIndexPage, **fields: object) -> None:
    address = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", index.pk])
    new = NieuwsPage(title="Met foto", slug="met-foto")
    client.post(address, form_data(new, **{"action-publish": "1", **fields}))


def test_number_of_another_wards_picture_is_refused(
    as_joris: Client, haven_news: NieuwsIndexPage, picture: Image, foreign: Image
) -> None:
    post_news(as_joris, haven_news, image=foreign.pk)
    assert not NieuwsPage.objects.exists()

    post_news(as_joris, haven_news, image=picture.pk)
    assert NieuwsPage.objects.get().image == picture


@pytest.mark.parametrize("own", [True, False])
def test_picture_in_the_text_is_one_of_the_own_ward(
    as_joris: Client, haven_news: NieuwsIndexPage, picture: Image, foreign: Image, own: bool
) -> None:
    block = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "image",
        "body-0-id": "",
        "body-0-value-image-image": (picture if own else foreign).pk,
        "body-0-value-image-alt_text": "Kade",
        "body-0-value-caption": "",
    }

    post_news(as_joris, haven_news, **block)

    assert NieuwsPage.objects.exists() is own


def test_portrait_of_a_team_member_is_one_of_the_own_ward(
    as_joris: Client, haven: Wijk, foreign: Image
) -> None:
    team = WijkteamPage.objects.get(wijk=haven)
    lines = {
        "teamleden-TOTAL_FORMS": "1",
        "teamleden-INITIAL_FORMS": "0",
        "teamleden-MIN_NUM_FORMS": "0",
        "teamleden-MAX_NUM_FORMS": "1000",
        "teamleden-0-id": "",
        "teamleden-0-name": "Joris",
        "teamleden-0-task": "Nieuws",
        "teamleden-0-image": foreign.pk,
        "teamleden-0-ORDER": "1",
        "teamleden-0-DELETE": "",
    }
    data = {"title": team.title, "summary": "", "image": "", "image_alt": "", "body-count": "0"}
    address = reverse("wagtailadmin_pages:edit", args=[team.pk])

    as_joris.post(address, {**data, **lines, "action-publish": "1"})
    assert not team.teamleden.exists()

    as_joris.post(address, {**data, **lines, "teamleden-0-image": "", "action-publish": "1"})
    assert [member.name for member in WijkteamPage.objects.get(pk=team.pk).teamleden.all()] == [
        "Joris"
    ]
