"""A PDF is made of data that stays text, whatever somebody typed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from core.pdf import PdfError, qr_svg, render
from core.pdf.letters import letters, printable

SOURCE = """
#import "house.typ": *
#show: house
= #said(data.title)
#image("qr.svg", format: "svg", width: 20mm, alt: said(data.title))
#data.text
"""
DATA = {
    "language": "nl",
    "author": "Wijkteam",
    "paint": {"light": "#89cff3", "middle": "#078ab9", "deep": "#013448"},
    "bond": {"width": 48, "height": 24},
}
FILES = {"qr.svg": qr_svg("https://wijkplein.example/x/")}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "blad.typ"
    path.write_text(SOURCE)
    return path


def text_of(pdf: bytes) -> str:
    """All words of a PDF, without the breaks of lines."""
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(
    "typed",
    [
        '#panic("x")',
        '#include "/etc/passwd"',
        '#read("main.typ")',
        "*vet* _schuin_ `code` $x^2$ = kop",
        "@verwijzing <label> // weg /* weg */",
        '"; } \\u{1F600} \\',
        '{"title": "anders"}',
        "</script><b>x</b>",
    ],
)
def test_what_looks_like_markup_is_printed_as_it_was_typed(source: Path, typed: str) -> None:
    pdf = render(source, DATA | {"title": "Koffie", "text": typed}, FILES)

    assert "".join(typed.split()) in "".join(text_of(pdf).split())


@pytest.mark.parametrize(
    "typed",
    [
        "🎉 Feest 🎉",
        "\x00\x1b[2J\x07",
        "\u202egnirts",
        "日本語",
        "x" * 5000,
        "\ud800",
        "e\u0301\u0301",
    ],
)
def test_letters_that_cannot_be_printed_stop_nothing(source: Path, typed: str) -> None:
    pdf = render(source, DATA | {"title": typed or "x", "text": typed}, FILES)

    assert pdf.startswith(b"%PDF-")


def test_a_page_is_tagged_and_says_its_language_and_title(source: Path) -> None:
    pdf = render(source, DATA | {"title": "Koffie in De Brug", "text": "Welkom."}, FILES)
    reader = PdfReader(BytesIO(pdf))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "nl"
    assert reader.metadata is not None
    assert reader.metadata.title == "Koffie in De Brug"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    fonts = {str(font["/BaseFont"]) for font in _fonts(reader)}
    assert fonts
    assert all("NotoSans" in name for name in fonts)


def _fonts(reader: PdfReader) -> list[dict[str, object]]:
    return [one.get_object() for one in reader.pages[0]["/Resources"]["/Font"].values()]


def test_arabic_is_set_and_kept_as_text(source: Path) -> None:
    words = "حافلة التسوق"

    pdf = render(source, DATA | {"language": "ar", "title": words, "text": words}, FILES)

    assert PdfReader(BytesIO(pdf)).trailer["/Root"]["/Lang"] == "ar"
    assert all(ord(letter) in letters() for letter in words)


def test_a_picture_without_a_text_is_refused(tmp_path: Path) -> None:
    """What holds PDF/UA is the compiler itself: this is where one sees that it does."""
    path = tmp_path / "blad.typ"
    path.write_text(SOURCE.replace(", alt: said(data.title)", ""))

    with pytest.raises(PdfError):
        render(path, DATA | {"title": "Koffie", "text": ""}, FILES)


def test_a_source_reaches_no_file_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim")
    path = tmp_path / "blad.typ"
    path.write_text(SOURCE + f'\n#read("{tmp_path}/geheim.txt")')

    with pytest.raises(PdfError):
        render(path, DATA | {"title": "Koffie", "text": ""}, FILES)


def test_unknown_letters_become_plain_ones_or_go() -> None:
    assert printable("café 🎉 Ő ﬁ") == "café  Ő fi"
    assert printable({"a": ["\tb", 1, None]}) == {"a": [" b", 1, None]}
    assert printable("日") == "?"
