"""Pictures come in modern formats and two widths, and are made before anybody asks for them."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django_tasks_db.models import DBTaskResult
from PIL import Image as PillowImage

from core.pictures import picture_of
from core.pictures.making import ask_for_missing, make
from core.pictures.presets import PRESETS
from core.pictures.uses import presets_for
from nieuws.models import NieuwsIndexPage
from tests.counting import count_queries
from tests.factories import news, photo, photo_file
from wijkteams.models import Image, Rendition, Teamlid, Wijk, WijkteamPage

pytestmark = pytest.mark.django_db
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def picture(haven: Wijk) -> Image:
    """A picture of a usual size, of which nothing was made yet."""
    return photo(haven, file=photo_file(size=(1600, 900)), description="Buren op het plein")


def specs_of(image: Image) -> set[str]:
    return set(Rendition.objects.filter(image=image).values_list("filter_spec", flat=True))


def shown(image: Image, preset: str, **context: object) -> str:
    return render_to_string(
        "components/picture.html", {"image": image, "preset": preset, **context}
    )


def test_a_card_comes_in_three_formats_and_two_widths(picture: Image) -> None:
    make(picture.pk, ["card"])

    html = shown(picture, "card")

    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    for kind in ("avif", "webp"):
        assert f".{kind} 320w" in html
        assert f".{kind} 640w" in html
    assert 'width="640"' in html
    assert 'height="400"' in html
    assert 'loading="lazy"' in html
    assert 'alt="Buren op het plein"' in html


def test_the_modern_files_are_what_they_say(picture: Image) -> None:
    make(picture.pk, ["card"])

    for spec, kind in (("format-avif", "AVIF"), ("format-webp", "WEBP"), ("format-jpeg", "JPEG")):
        rendition = Rendition.objects.filter(filter_spec__contains=f"640x400|{spec}").get()
        with rendition.file.open("rb") as file, PillowImage.open(file) as opened:
            assert (opened.format, opened.size) == (kind, (640, 400))


def test_avif_is_made_at_our_pace(picture: Image) -> None:
    with patch.object(PillowImage.Image, "save", autospec=True, side_effect=PillowImage.Image.save):
        make(picture.pk, ["card"])
        saved = [call.kwargs for call in PillowImage.Image.save.call_args_list]

    assert [options["speed"] for options in saved if "speed" in options] == [8, 8]


def test_the_picture_above_an_article_is_fetched_first(picture: Image) -> None:
    html = shown(picture, "photo", priority=True)

    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_decorative_picture_is_silent(picture: Image) -> None:
    assert 'alt=""' in shown(picture, "photo", decorative=True, alt="Iets")


def test_a_small_original_is_not_blown_up_nor_named_twice(haven: Wijk) -> None:
    small = photo(haven, file=photo_file(size=(300, 200)))
    make(small.pk, ["photo"])

    found = picture_of(small, "photo")

    assert found.width == 300
    assert [source.srcset.count("300w") for source in found.sources] == [1, 1]


def test_a_crop_follows_the_focal_point(haven: Wijk) -> None:
    left = photo(haven, file=photo_file(size=(1600, 400)))
    left.focal_point_x, left.focal_point_y = 100, 200
    left.focal_point_width = left.focal_point_height = 80
    left.save()

    make(left.pk, ["card"])

    keys = set(Rendition.objects.filter(image=left).values_list("focal_point_key", flat=True))
    assert "" not in keys
    assert len(keys) == 1


def test_a_visit_to_a_fresh_picture_makes_only_the_quick_one(settings, picture: Image) -> None:
    settings.TASKS = QUEUE

    found = picture_of(picture, "card")

    assert specs_of(picture) == {PRESETS["card"].fallback}
    assert found.url.endswith(".jpg")
    assert found.sources == ()
    waiting = DBTaskResult.objects.get(task_path="core.pictures.tasks.make_renditions")
    assert waiting.args_kwargs["args"] == [picture.pk, ["card"]]


def test_a_visit_shows_what_there_is_and_makes_nothing_more(picture: Image) -> None:
    make(picture.pk, ["card"])
    Rendition.objects.filter(image=picture, filter_spec__contains="avif").delete()

    found = picture_of(Image.objects.get(pk=picture.pk), "card")

    assert [source.type for source in found.sources] == ["image/webp"]
    assert not any("avif" in spec for spec in specs_of(picture))


def test_a_broken_original_gives_a_page_without_picture(picture: Image) -> None:
    picture.file.storage.delete(picture.file.name)

    assert picture_of(picture, "card") is None
    assert shown(picture, "card").strip() == ""
    assert make(picture.pk, ["card"]) == 0


def test_publishing_makes_what_the_page_shows(haven_news: NieuwsIndexPage, picture: Image) -> None:
    page = news(haven_news, "Plein", image=picture)
    Rendition.objects.all().delete()

    page.save_revision().publish()

    wanted = {spec for name in ("photo", "card", "social") for spec in PRESETS[name].all_specs()}
    assert specs_of(picture) >= wanted


def test_a_new_focal_point_makes_the_crops_anew(
    haven_news: NieuwsIndexPage, picture: Image
) -> None:
    news(haven_news, "Plein", image=picture).save_revision().publish()
    picture.focal_point_x = picture.focal_point_y = 200
    picture.focal_point_width = picture.focal_point_height = 100
    picture.save()

    crops = Rendition.objects.filter(image=picture, filter_spec=PRESETS["card"].fallback)
    assert len(set(crops.values_list("focal_point_key", flat=True))) == 2


def test_what_is_missing_is_found_and_made_by_the_command(
    haven_news: NieuwsIndexPage, picture: Image
) -> None:
    news(haven_news, "Plein", image=picture).save_revision().publish()
    Rendition.objects.filter(filter_spec__contains="webp").delete()

    assert ask_for_missing() == 1
    assert ask_for_missing() == 0
    assert any("webp" in spec for spec in specs_of(picture))


def test_a_page_that_is_gone_asks_for_nothing() -> None:
    from core.pictures.making import ask_for_page

    ask_for_page(987_654)
    assert make(987_654, ["card"]) == 0


@pytest.mark.parametrize(
    ("place", "presets"),
    [
        ("image", {"photo", "card", "social"}),
        ("teamleden.item.image", {"portrait"}),
        ("body.contact.image", {"portrait"}),
        ("body.gallery.items.item.image", {"gallery", "large"}),
        ("body.image.image", {"photo"}),
    ],
)
def test_each_place_has_its_sizes(place: str, presets: set[str]) -> None:
    assert presets_for(place) == presets


def test_a_list_costs_the_same_with_one_picture_and_with_many(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    def add(number: int) -> None:
        for n in range(number):
            picture = photo(haven_news.wijk, file=photo_file(size=(700, 500)), title=f"F{n}")
            make(picture.pk, ["card"])
            news(haven_news, f"Bericht {number} {n}", image=picture)

    add(1)
    one = count_queries(lambda: client.get("/havenkwartier/nieuws/"))
    add(6)
    assert count_queries(lambda: client.get("/havenkwartier/nieuws/")) == one


def test_a_team_costs_the_same_with_one_portrait_and_with_many(client: Client, haven: Wijk) -> None:
    page = WijkteamPage.objects.get(wijk=haven)

    def add(number: int) -> None:
        for n in range(number):
            portrait = photo(haven, title=f"P{number}{n}")
            make(portrait.pk, ["portrait"])
            page.teamleden.add(Teamlid(name=f"Buur {n}", image=portrait))
        page.save()

    add(1)
    one = count_queries(lambda: client.get("/havenkwartier/wijkteam/"))
    add(5)
    assert count_queries(lambda: client.get("/havenkwartier/wijkteam/")) == one
    assert client.get("/havenkwartier/").content.decode().count("window__photo") == 6


@pytest.mark.parametrize(
    "kind", ["nieuws", "activiteit", "initiatief", "enquete", "signaal", "pagina", "wijk", "video"]
)
def test_without_a_picture_there_is_a_window_and_never_a_hole(kind: str) -> None:
    html = render_to_string("components/default_picture.html", {"kind": kind})

    assert 'class="window"' in html
    assert html.count("<svg") == 1
