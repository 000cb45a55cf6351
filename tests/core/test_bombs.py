"""Files made to burst, one after another in a process of their own that is measured (R-22)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as PillowImage

from tests.factories.bombs import (
    DOCX,
    avif_grid,
    dense_zip,
    hidden_directory,
    huge_png,
    many_entries,
    nested_zip,
    overlapping_zip,
    png_of_tiny_chunks,
    wide_jpeg,
    xlsx_of_zeros,
)
from tests.pace import check_time

MAX_MEGABYTES, MAX_SECONDS = 150, 2
# Written to its own clear_refs, 5 sets the highest memory so far back to what it is now.
CHILD = """
import json, sys, time
from pathlib import Path
import django
django.setup()
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from core.uploads.documents import check_document_file
from core.uploads.images import clean_image_file
import tests.factories.pictures as warm

def memory(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024

clean_image_file(ContentFile(warm.picture_bytes("heic"), name="warm.heic"))
clean_image_file(ContentFile(warm.picture_bytes("avif"), name="warm.avif"))
for path in sorted(Path(sys.argv[1]).iterdir()):
    is_document = path.suffix in {".zip", ".docx", ".xlsx", ".pdf"}
    data = path.read_bytes()
    Path("/proc/self/clear_refs").write_text("5")
    before, start = memory("VmRSS"), time.process_time()
    try:
        check = check_document_file if is_document else clean_image_file
        check(ContentFile(data, name=path.name))
        outcome = "taken"
    except ValidationError as error:
        outcome = error.messages[0]
    seconds = time.process_time() - start
    print(json.dumps([path.name, outcome, seconds, memory("VmHWM") - before]))
"""


def film(kind: str, size: tuple[int, int], number: int) -> bytes:
    buffer = BytesIO()
    pictures = [PillowImage.new("L", size, (n * 90) % 250) for n in range(number)]
    pictures[0].save(buffer, kind, save_all=True, append_images=pictures[1:])
    return buffer.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "121-megapixels.png": lambda: huge_png(11_000, 11_000),
    "400-megapixels.png": lambda: huge_png(20_000, 20_000),
    "wide.png": lambda: huge_png(50_000, 1),
    "high.png": lambda: huge_png(1, 50_000),
    "wide.jpg": lambda: wide_jpeg(60_000, 60_000),
    "gif-500.gif": lambda: film("GIF", (320, 240), 500),
    "apng-500.png": lambda: film("PNG", (320, 240), 500),
    "webp-500.webp": lambda: film("WEBP", (320, 240), 500),
    "grid.avif": lambda: avif_grid(16_000, 16_000),
    "chunks.png": png_of_tiny_chunks,
    "dense.zip": dense_zip,
    "sheet.xlsx": xlsx_of_zeros,
    "text.docx": lambda: dense_zip(*DOCX),
    "entries.zip": many_entries,
    "hidden-entries.zip": hidden_directory,
    "overlap.zip": overlapping_zip,
    "nested.zip": nested_zip,
    "streams.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj <</Type/ObjStm>> stream\n" * 300_000,
}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, float, float]]:
    """What each bomb did: the answer, the seconds of work, and the megabytes it took."""
    folder = tmp_path_factory.mktemp("bombs")
    for name, make in BOMBS.items():
        (folder / name).write_bytes(make())
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])},
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(b"[")]
    return {name: (outcome, seconds, grown) for name, outcome, seconds, grown in rows}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_costs_little_and_is_refused_in_dutch(
    figures: dict[str, tuple[str, float, float]], name: str
) -> None:
    outcome, seconds, megabytes = figures[name]
    print(f"{name}: {megabytes:.0f} MB, {seconds:.2f} s, {outcome}")

    assert megabytes < MAX_MEGABYTES
    check_time(seconds, MAX_SECONDS)
    if name not in {"wide.png", "high.png", "streams.pdf"}:
        assert outcome != "taken"
        assert outcome.endswith(".")


@pytest.mark.parametrize("kind", ["jpg", "heic"])
def test_the_largest_photo_that_is_taken_stays_within_the_same_bounds(
    tmp_path: Path, kind: str
) -> None:
    # Noise is the worst for JPEG; to a HEIC decoder all pictures of a size are alike. Making a
    # small file of it takes half a minute, and is not what is asked here.
    size, loudness = (5700, 4300), 60 if kind == "jpg" else 3
    how = {"enc_params": {"preset": "ultrafast"}} if kind == "heic" else {}
    picture = PillowImage.effect_noise(size, loudness).convert("RGB")
    picture.save(tmp_path / f"photo.{kind}", quality=60, **how)
    root = str(Path(__file__).resolve().parents[2])

    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])},
    )

    _name, outcome, _seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    print(f"24.5 MP: {megabytes:.0f} MB")
    assert outcome == "taken"
    assert megabytes < MAX_MEGABYTES
