"""R-02: the advisories of 2026 about pictures, documents and snippets."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection
from wagtail.snippets.models import get_snippet_models

from nieuws.models import NieuwsIndexPage
from tests.factories import photo, photo_file
from tests.pace import at_most
from tests.routes import all_routes
from tests.wijkteams.advisories.cases import HIDDEN, REFUSED, refuses, shows, text_of
from wijkteams.models import Document, Image, Wijk
from wijkteams.viewsets import WijkModelViewSet

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(haven: Wijk) -> Image:
    return photo(haven, title=HIDDEN)


@pytest.fixture
def document(haven: Wijk) -> Document:
    file = ContentFile(b"%PDF-1.7 verslag", name="v.pdf")
    return Document.objects.create(title=HIDDEN, wijk=haven, file=file)


def test_cve_2026_44201_api_of_pictures_and_documents_is_not_there(
    as_joris: Client, as_bea: Client, picture: Image, document: Document
) -> None:
    for kind in ("images", "documents"):
        for client in (as_joris, as_bea):
            assert client.get(f"/beheer/api/main/{kind}/").status_code == 404
            assert client.get(f"/api/v2/{kind}/").status_code == 404


def test_cve_2026_44201_a_picture_of_another_ward_is_not_told_about(
    as_joris: Client, as_fatma: Client, picture: Image, document: Document
) -> None:
    """The editor of translations reads one picture; Wagtail's documents stay closed."""
    shows(as_joris, f"/beheer/api/main/images/{picture.pk}/")
    refuses(as_fatma, f"/beheer/api/main/images/{picture.pk}/")
    assert as_joris.get(f"/beheer/api/main/documents/{document.pk}/").status_code == 404


@pytest.mark.parametrize("kind", ["images", "docs"])
def test_cve_2026_54259_chosen_is_only_what_one_may_choose(
    as_joris: Client, as_fatma: Client, picture: Image, document: Document, kind: str
) -> None:
    pk = picture.pk if kind == "images" else document.pk
    one = reverse(f"wagtail{kind}_chooser:chosen", args=[pk])
    many = reverse(f"wagtail{kind}_chooser:chosen_multiple") + f"?id={pk}"

    for address in (one, many):
        shows(as_joris, address)
        refuses(as_fatma, address)


def test_cve_2026_54259_format_of_a_picture_is_chosen_by_its_ward(
    as_joris: Client, as_fatma: Client, picture: Image
) -> None:
    address = reverse("wagtailimages_chooser:select_format", args=[picture.pk])

    shows(as_joris, address)
    refuses(as_fatma, address)


@pytest.mark.parametrize("spec", ["width-99999999", "|".join(["fill-50x50"] * 500), "nonsense"])
def test_cve_2026_54260_preview_takes_no_filter_that_costs_much(
    as_joris: Client, picture: Image, spec: str
) -> None:
    with at_most(5):
        answer = as_joris.get(reverse("wagtailimages:preview", args=[picture.pk, spec]))

    assert answer.status_code < 500


def test_cve_2026_54261_preview_of_a_picture_is_for_its_ward(
    as_joris: Client, as_fatma: Client, picture: Image
) -> None:
    address = reverse("wagtailimages:preview", args=[picture.pk, "width-100"])

    assert as_joris.get(address).status_code == 200
    assert as_fatma.get(address).status_code in REFUSED


def test_cve_2026_54263_there_is_no_generator_of_addresses(
    as_joris: Client, picture: Image
) -> None:
    assert as_joris.get(f"/beheer/images/{picture.pk}/generate_url/").status_code == 404
    assert not [r for r in all_routes() if "wagtailimages_serve" in r.name]


def test_ghsa_92hv_j533_69wc_same_file_tells_nothing_of_another_ward(
    as_fatma: Client, sluis: Wijk, picture: Image, document: Document
) -> None:
    """Who uploads the same file is not told that another ward has it."""
    prefix = "image-chooser-upload"
    twin = as_fatma.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-title": "Eigen", f"{prefix}-file": photo_file(), f"{prefix}-wijk": sluis.pk},
    )
    same = as_fatma.post(
        reverse("wagtaildocs:add"),
        {
            "title": "Eigen",
            "wijk": sluis.pk,
            "file": ContentFile(b"%PDF-1.7 verslag", name="v.pdf"),
        },
        follow=True,
    )

    assert twin.json()["step"] == "chosen"
    assert HIDDEN not in text_of(twin) + text_of(same)
    assert get_document_model().objects.filter(title="Eigen").count() == 1


def test_ghsa_c2xx_cjmh_9q8f_collections_give_no_way_around(
    as_fatma: Client, picture: Image, document: Document
) -> None:
    root = Collection.objects.get(depth=1)

    for name in ("wagtailimages:index", "wagtaildocs:index", "wagtailimages_chooser:choose"):
        seen = as_fatma.get(reverse(name), {"collection_id": root.pk})
        assert HIDDEN not in text_of(seen), name
    refuses(as_fatma, reverse("wagtailadmin_collections:edit", args=[root.pk]))


def test_ghsa_x5cx_w6p2_mxf2_no_snippets_and_no_copying_of_rows() -> None:
    viewsets = WijkModelViewSet.__subclasses__()

    assert get_snippet_models() == []
    assert viewsets
    assert not [viewset for viewset in viewsets if viewset.copy_view_enabled]
    assert apps.is_installed("wagtail.snippets"), "the menu item hides itself"


@pytest.mark.parametrize(
    ("model", "action"),
    [(m, a) for m in ("image", "document") for a in ("delete", "add_tags", "add_to_collection")],
)
def test_row_17b_actions_on_many_show_nothing_of_another_ward(
    as_fatma: Client, picture: Image, document: Document, model: str, action: str
) -> None:
    pk = picture.pk if model == "image" else document.pk
    address = reverse("wagtail_bulk_action", args=["wijkteams", model, action])

    refuses(as_fatma, f"{address}?id={pk}")


def test_form_that_comes_back_does_not_show_another_wards_picture(
    as_fatma: Client, as_joris: Client, picture: Image, sluis_news: NieuwsIndexPage
) -> None:
    """A number that was typed in is looked up by Wagtail, with title and preview."""
    address = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", sluis_news.pk])

    for number in (picture.pk, "x", "9" * 40):
        answer = as_fatma.post(address, {"title": "", "image": number, "body-count": "0"})

        assert answer.status_code == 200
        assert HIDDEN not in text_of(answer)
