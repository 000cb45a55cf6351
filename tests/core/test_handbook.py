"""The volunteers' handbook: whole in the documents, readable in the CMS, true about the buttons."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path

import pytest
import wagtail
import wagtail_localize
from django.conf import settings
from django.test import Client

from core.handbook import chapters
from core.handbook.rendering import render

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/redactie"
PICTURES = sorted((FOLDER / "beelden").glob("*.webp"))
NAMES = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")
SHOWN = re.compile(r"!\[(?P<alt>[^\]]*)\]\(beelden/(?P<name>[^)]+)\)")
LABEL = re.compile(r"\*\*(?P<label>[^*]+)\*\*")
# What the handbook says in bold but is no label: the names of roles.
NO_LABELS = {"schrijver", "redacteur", "wijkbeheerder", "stadsredactie"}


def source(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text()


@cache
def words_of_the_cms() -> str:
    """All that Wagtail and we can say in Dutch, in one long text."""
    homes = [Path(str(module.__file__)).parent for module in (wagtail, wagtail_localize)]
    texts: list[str] = []
    for home in homes:
        for path in home.rglob("locale/nl/LC_MESSAGES/*.mo"):
            with path.open("rb") as file:
                texts += gettext.GNUTranslations(file)._catalog.values()  # type: ignore[attr-defined]
    ours = [*(ROOT / "templates").rglob("*.html")]
    for folder in ("site", "home", "wijkteams", "nieuws", "enquetes"):
        ours += (ROOT / folder).rglob("*.py")
    texts += [path.read_text() for path in ours]
    return "\n".join(map(str, texts)).casefold()


def test_every_chapter_is_in_the_table_of_contents() -> None:
    assert sorted(entry.name for entry in chapters.contents()) == NAMES


def test_chapters_use_every_picture_and_every_picture_is_there() -> None:
    used = {match["name"] for name in NAMES for match in SHOWN.finditer(source(name))}

    assert used == {path.name for path in PICTURES}


def test_every_picture_is_described() -> None:
    for name in NAMES:
        for match in SHOWN.finditer(source(name)):
            assert len(match["alt"]) > 20, f"{name}: {match['name']}"


def test_pictures_are_light() -> None:
    assert PICTURES
    assert max(path.stat().st_size for path in PICTURES) <= 40 * 1024
    assert sum(path.stat().st_size for path in PICTURES) <= 1_200 * 1024


@pytest.mark.parametrize("name", NAMES)
def test_every_label_in_bold_is_on_a_screen(name: str) -> None:
    labels = {match["label"] for match in LABEL.finditer(source(name))}

    unknown = {
        label
        for label in labels
        if label.casefold() not in NO_LABELS and label.casefold() not in words_of_the_cms()
    }

    assert not unknown


@pytest.mark.parametrize("name", NAMES)
def test_links_to_a_place_in_a_chapter_find_it(name: str) -> None:
    for target, anchor in re.findall(r"\]\(([a-z-]+)\.md#([^)]+)\)", source(name)):
        assert anchor in {heading.anchor for heading in chapters.chapter(target).headings}


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_chapter_reads_inside_the_cms(as_joris: Client, name: str) -> None:
    html = as_joris.get(f"/beheer/handleiding/{name}/").content.decode()

    assert "<h1" in html
    assert ".md" not in html.partition('class="nice-padding handboek"')[2]
    assert "<!--" not in html.partition('class="nice-padding handboek"')[2].partition("</main>")[0]


@pytest.mark.django_db
def test_pictures_are_shown_to_who_is_logged_in(as_joris: Client, client: Client) -> None:
    address = f"/beheer/handleiding/beelden/{PICTURES[0].stem}.webp"

    answer = as_joris.get(address)

    assert answer["Content-Type"] == "image/webp"
    assert client.get(address).status_code == 302
    assert as_joris.get("/beheer/handleiding/beelden/geheim.webp").status_code == 404


@pytest.mark.django_db
def test_chapter_that_is_not_in_the_list_is_not_there(as_joris: Client) -> None:
    assert as_joris.get("/beheer/handleiding/README/").status_code == 404
    assert as_joris.get("/beheer/handleiding/bestaat-niet/").status_code == 404


@pytest.mark.django_db
def test_handbook_is_in_the_menu(as_joris: Client) -> None:
    html = as_joris.get("/beheer/").content.decode()

    assert "/beheer/handleiding/" in html
    assert "De hele handleiding" in html


def test_markup_and_odd_links_are_shown_as_text() -> None:
    html = render("<script>alert(1)</script> [klik](javascript:alert(1)) ![x](data:text/html,x)")

    assert "<script" not in html
    assert 'href="javascript' not in html
    assert 'src="data' not in html


def test_handbook_is_found_in_a_checkout() -> None:
    assert settings.HANDBOOK_DIR == FOLDER


def test_handbook_travels_in_the_wheel() -> None:
    text = (ROOT / "pyproject.toml").read_text()

    assert '"docs/redactie" = "config/handleiding"' in text
    assert re.search(r'only-include = \[[^\]]*"docs/redactie"', text)
