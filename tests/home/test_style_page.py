"""The style page of the CMS shows every component and block, in every palette."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from home.style.catalogue import block_parts, groups, sample_names, story_blocks
from wijkteams.palettes import Palet

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = sorted(path.stem for path in (ROOT / "templates/components").glob("*.html"))
PARTS = {part.name: part for group in groups() for part in group.parts}
SAMPLE = "/beheer/stijl/voorbeeld/"


def sample(client: Client, **switches: str) -> str:
    answer = client.get(SAMPLE, switches)
    assert answer.status_code == 200
    return answer.content.decode()


def shown_by(client: Client, name: str) -> str:
    """What stands on the page of one sample below its (hidden) title."""
    return sample(client, deel=name).partition("</h1>")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_has_a_sample_and_a_description(name: str) -> None:
    assert name in sample_names(), f"make templates/samples/{name}.html"
    assert PARTS[name].use, f"describe {name} in home/style/parts/"
    assert PARTS[name].avoid


@pytest.mark.parametrize("name", sample_names())
def test_no_sample_is_left_of_something_that_is_gone(name: str) -> None:
    part = PARTS[name]

    assert part.use, f"describe {name} in home/style/parts/"
    assert (ROOT / "templates" / part.template_name).is_file()


@pytest.mark.parametrize("part", [part for group in groups() for part in group.parts], ids=str)
def test_every_component_has_css_or_a_reason_why_not(part) -> None:
    if part.name.startswith("blok-"):
        assert (ROOT / "templates" / part.template).is_file()
    elif part.css:
        assert (ROOT / f"frontend/css/components/{part.css}.css").is_file()
    else:
        assert part.no_css


def test_every_sample_that_is_described_exists() -> None:
    described = {name for name in PARTS if not name.startswith("blok-")}

    assert described == set(sample_names())


def test_every_block_of_a_story_is_shown() -> None:
    assert len(block_parts()) == len(story_blocks()) >= 5


def test_every_block_shows_its_preview(as_joris: Client) -> None:
    words = {
        name: len(re.sub(r"<[^>]+>", " ", shown_by(as_joris, f"blok-{name}")).split())
        for name in story_blocks()
    }

    assert not [name for name, count in words.items() if count < 2], "give it a preview value"


def test_every_sample_shows_something(as_joris: Client) -> None:
    empty = [
        name
        for name in sample_names()
        if not re.search(r"<(?:img|svg)|>[^<]*\w{3,}", shown_by(as_joris, name))
    ]

    assert not empty


def test_samples_take_the_palette_that_was_asked(as_joris: Client) -> None:
    for palette in Palet.values:
        assert f'data-palet="{palette}"' in sample(as_joris, palet=palette, deel="button")


def test_samples_can_be_forced_to_be_light_or_dark(as_joris: Client) -> None:
    light = sample(as_joris, deel="button")
    dark = sample(as_joris, deel="button", schema="donker")

    assert "css/stijl-licht" in light
    assert "css/stijl-donker" in dark
    assert "prefers-color-scheme" not in light + dark


def test_samples_can_run_from_right_to_left_in_a_language_that_does(as_joris: Client) -> None:
    html = sample(as_joris, deel="card", richting="rtl")

    assert 'dir="rtl"' in html
    assert 'lang="ar"' in html
    assert "حفل" in html


def test_nonsense_in_the_address_gives_the_ordinary_sample(as_joris: Client) -> None:
    html = sample(as_joris, palet="<script>", schema="x", richting="omhoog", deel="card")

    assert '<html lang="nl"' in html
    assert 'data-palet="sluis"' in html
    assert "<script>" not in html


def test_what_is_not_there_is_not_found(as_joris: Client) -> None:
    assert as_joris.get(SAMPLE, {"deel": "bestaat-niet"}).status_code == 404
    assert as_joris.get("/beheer/stijl/bestaat-niet/").status_code == 404


def test_samples_stand_in_our_own_frames_only_and_run_nothing(as_joris: Client) -> None:
    answer = as_joris.get(SAMPLE, {"deel": "card"})
    policy = answer.headers["Content-Security-Policy"]

    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-inline" not in policy


def test_samples_write_nothing_and_ask_hardly_anything(
    as_joris: Client,
    django_assert_max_num_queries,
) -> None:
    sample(as_joris, deel="groep-lijsten")

    with django_assert_max_num_queries(12):
        sample(as_joris, deel="groep-lijsten")


def test_a_group_shows_its_parts_each_in_a_frame(as_joris: Client) -> None:
    for group in groups():
        html = as_joris.get(f"/beheer/stijl/{group.slug}/?palet=molen").content.decode()

        assert html.count("<iframe") == len(group.parts)
        assert html.count("palet=molen") >= len(group.parts)
        assert all(part.template_name in html for part in group.parts)


def test_the_first_page_shows_all_palettes_with_their_contrast(as_joris: Client) -> None:
    html = as_joris.get(reverse("stijl:index")).content.decode()

    assert all(html.count(f'<th scope="row">{palet.label}</th>') == 2 for palet in Palet)
    assert html.count("<rect") == 2 * 10 * len(Palet)
    assert "te weinig" not in html


@pytest.mark.parametrize("who", ["as_joris", "as_wim", "as_fatma", "as_bea"])
def test_everybody_of_the_cms_finds_it_in_the_menu(
    who: str, request: pytest.FixtureRequest
) -> None:
    html = request.getfixturevalue(who).get("/beheer/").content.decode()

    assert reverse("stijl:index") in html


def test_strangers_are_sent_to_the_log_in(client: Client) -> None:
    for path in ("/beheer/stijl/", "/beheer/stijl/tekst/", SAMPLE):
        answer = client.get(path)

        assert answer.status_code == 302
        assert "/inloggen/" in answer.headers["Location"]
