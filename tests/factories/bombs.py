"""Small files that would grow without end in the hands of a careless reader."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image as PillowImage

from tests.factories.pictures import picture_bytes

DOCX = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]
GIGABYTES = 10


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge_png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG of one bit a pixel, of a few kilobytes."""
    rows = zlib.compressobj(9)
    row = b"\x00" * (1 + (width + 7) // 8)
    whole, rest = divmod(height, 100)
    body = b"".join(rows.compress(row * 100) for _ in range(whole))
    body += rows.compress(row * rest) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [chunk(b"IHDR", header), *more, chunk(b"IDAT", body), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def png_of_tiny_chunks() -> bytes:
    """Almost 10 MB of chunks that hold one byte each."""
    return huge_png(8, 8, *[chunk(b"IDAT", b"\x00")] * 760_000)


def wide_jpeg(width: int, height: int) -> bytes:
    """A real JPEG whose head promises more pixels than there are."""
    buffer = BytesIO()
    PillowImage.new("RGB", (64, 64), (9, 9, 9)).save(buffer, "JPEG")
    data = bytearray(buffer.getvalue())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def avif_grid(width: int, height: int) -> bytes:
    """A real AVIF whose head promises more pixels than there are, as a grid of tiles does."""
    data = bytearray(picture_bytes("avif"))
    at = data.index(b"ispe") + 8
    data[at : at + 8] = struct.pack(">II", width, height)
    return bytes(data)


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A zip with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def dense_zip(*members: tuple[str, bytes]) -> bytes:
    """A member of ten gigabytes, by what the list of contents says of it."""
    data = bytearray(zipped(*members, ("nullen.xml", b"0" * 10_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(data)


def xlsx_of_zeros() -> bytes:
    """A sheet of 300 MB that packs to 300 kB, and is what it says."""
    return zipped(DOCX[0], ("xl/workbook.xml", b"<x/>"), ("xl/sheet1.xml", b"0" * 300_000_000))


def many_entries() -> bytes:
    """A hundred thousand members with nothing in them."""
    return zipped(*[(str(number), b"") for number in range(100_000)])


def hidden_directory() -> bytes:
    """The same, with an end that says there is one, and the true one in the 64-bit record."""
    data = bytearray(many_entries())
    at = data.rindex(b"PK\x05\x06")
    data[at + 8 : at + 20] = struct.pack("<HHII", 1, 1, 46, 0)
    return bytes(data)


def overlapping_zip() -> bytes:
    """Two hundred names for the same bytes."""
    with zipfile.ZipFile(BytesIO(zipped(("a", bytes(range(256)) * 400)))) as small:
        first = small.infolist()[0]
        assert small.fp is not None
        small.fp.seek(0)
        body = small.fp.read(small.start_dir)
    buffer = BytesIO(body)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.filelist.extend([first] * 200)
        archive._didModify = True  # type: ignore[attr-defined]
        archive.start_dir = len(body)
    return buffer.getvalue()


def nested_zip() -> bytes:
    """A zip in a zip in a zip."""
    inner = zipped(("nullen.txt", b"0" * 900_000))
    return zipped(("binnen.zip", zipped(("dieper.zip", inner))))
