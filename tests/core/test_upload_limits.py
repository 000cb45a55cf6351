"""Files made to burst are refused fast and cheaply; documents are what they say (R-21, R-22)."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image as PillowImage

from core.uploads.documents import check_document_file
from core.uploads.images import clean_image_file
from core.uploads.limits import ZIP_MAX_ENTRIES
from tests.pace import at_most


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def one_bit_png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG of a few kilobytes that unpacks to width x height pixels."""
    rows = zlib.compressobj(9)
    row = b"\x00" * (1 + (width + 7) // 8)
    body = b"".join(rows.compress(row * 100) for _ in range(height // 100)) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [chunk(b"IHDR", header), *more, chunk(b"IDAT", body), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def frames(kind: str, size: tuple[int, int], number: int) -> bytes:
    """A film in which nothing happens."""
    buffer = BytesIO()
    pictures = [PillowImage.new("L", size, (n * 90) % 250) for n in range(number)]
    pictures[0].save(buffer, kind, save_all=True, append_images=pictures[1:])
    return buffer.getvalue()


def refusal_of(data: bytes) -> str:
    with pytest.raises(ValidationError) as refusal:
        clean_image_file(ContentFile(data, name="bom.png"))
    return refusal.value.messages[0]


@pytest.mark.parametrize(
    ("kind", "size", "number"),
    [("GIF", (1500, 1500), 20), ("PNG", (1500, 1500), 12), ("WEBP", (1500, 1500), 12)],
)
def test_film_counts_with_all_its_frames(kind: str, size: tuple[int, int], number: int) -> None:
    assert "bewegende plaatje" in refusal_of(frames(kind, size, number))


def test_small_film_becomes_its_first_picture() -> None:
    result = clean_image_file(ContentFile(frames("GIF", (40, 30), 5), name="golf.gif"))

    picture = PillowImage.open(result)
    assert picture.size == (40, 30)
    assert getattr(picture, "n_frames", 1) == 1


@pytest.mark.parametrize(
    "data",
    [
        one_bit_png(800, 800, *[chunk(b"tEXt", b"a\x00b")] * 150_000),
        b"\xff\xd8" + b"\xff\xe1\x00\x02" * 300_000,
        b"\xff\xd8" + b"\xff" * 1_000_000,
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00" + b"!\xfe\x01a\x00" * 150_000,
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00!\xfe" + b"\x01a" * 150_000,
        b"\xff\xd8\xff\xda" + b"\xff\xda\x00\x02" * 200 + b"\xff\xd9",
    ],
    ids=[
        "png chunks",
        "jpeg segments",
        "jpeg padding",
        "gif blocks",
        "gif sub-blocks",
        "jpeg scans",
    ],
)
def test_file_of_countless_parts_costs_no_time(data: bytes) -> None:
    with at_most(1):
        refusal_of(data)


def test_file_that_is_too_heavy_is_not_read_on(settings: object) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000  # type: ignore[attr-defined]

    assert "te groot" in refusal_of(b"\xff\xd8" + b"x" * 2000)


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


DOCX = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]
ODT = [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<o/>")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("verslag.pdf", b"%PDF-1.7\n..."),
        ("verslag.docx", zipped(*DOCX)),
        ("verslag.odt", zipped(*ODT)),
        ("begroting.xlsx", zipped(DOCX[0], ("xl/workbook.xml", b"<x/>"))),
        ("praatje.pptx", zipped(DOCX[0], ("ppt/presentation.xml", b"<p/>"))),
        ("alles.zip", zipped(("a.txt", b"a"))),
        ("lijst.csv", "naam;straat\nAyşe;Kade".encode()),
        ("lijst.txt", "caf\xe9".encode("latin-1")),
        ("lijst.csv", "naam;straat".encode("utf-16")),
    ],
)
def test_real_document_is_taken(name: str, data: bytes) -> None:
    check_document_file(ContentFile(data, name=name))

    assert name.endswith(name.rpartition(".")[2])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("verslag.pdf", b"<html><script>alert(1)</script>"),
        ("verslag.pdf", b"MZ\x90\x00"),
        ("verslag.docx", b"PK\x03\x04"),
        ("verslag.docx", zipped(("a.txt", b"a"))),
        ("verslag.xlsx", zipped(*DOCX)),
        ("verslag.ods", zipped(*ODT)),
        ("verslag.odt", zipped(("content.xml", b"<o/>"))),
        ("alles.zip", b"<html>" + zipped(("a.txt", b"a"))),
        ("alles.zip", b"PK\x03\x04" + b"x" * 200),
        ("lijst.txt", b"  <svg onload=alert(1)>"),
        ("lijst.csv", b"a;b\x00\x01"),
        ("lijst.html", b"tekst"),
        ("lijst", b"tekst"),
    ],
)
def test_document_that_is_something_else_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_document_file(ContentFile(data, name=name))

    assert "bewaar het opnieuw" in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("verslag.docx", zipped(*DOCX, ("word/vbaProject.bin", b"macro"))),
        ("lijst.ods", zipped(("mimetype", b"x"), ("Scripts/python/a.py", b""))),
        ("alles.zip", zipped(("foto.jpg.exe", b"MZ"))),
        ("a.pdf", b"%PDF-1.7 <</S/JavaScript/JS(1)>>"),
    ],
)
def test_document_that_runs_a_program_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_document_file(ContentFile(data, name=name))

    assert "zit een programma" in refusal.value.messages[0]


def test_pdf_that_only_opens_at_a_page_is_taken() -> None:
    data = b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction[3 0 R/Fit]>>endobj\nstream\n/JSON"

    check_document_file(ContentFile(data, name="verslag.pdf"))

    assert data.startswith(b"%PDF")


@pytest.mark.parametrize(
    "data",
    [
        zipped(("nullen.txt", b"0" * 30_000_000)),
        zipped(*[(f"{n}.txt", b"") for n in range(ZIP_MAX_ENTRIES + 1)]),
        zipped(*[("x" * 60_000 + str(n), b"") for n in range(20)]),
    ],
    ids=["dense", "many", "long names"],
)
def test_zip_bomb_is_refused(data: bytes) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_document_file(ContentFile(data, name="alles.zip"))

    assert "uitgepakt" in refusal.value.messages[0]
