"""A large photo of an iPhone, made smaller while it is read, never in memory twice."""

from __future__ import annotations

import pillow_heif
from PIL import Image

ROWS = 64  # of the smaller picture, at a time


def read_smaller(data: bytes, times: int) -> Image.Image:
    """The first picture of a HEIC file, `times` (a whole number) smaller, upright.

    Pillow keeps four bytes for each pixel beside the decoder's three: at 24.5 megapixels that
    second copy alone is 98 MB. Raises what the decoder raises.
    """
    file = pillow_heif.open_heif(data, convert_hdr_to_8bit=True)
    source = file[file.primary_index]
    pixels, stride = memoryview(source.data), source.stride
    width, height = source.size
    smaller = Image.new(source.mode, (-(-width // times), -(-height // times)))
    for top in range(0, height, ROWS * times):
        rows = min(ROWS * times, height - top)
        part = bytes(pixels[top * stride : (top + rows) * stride])
        strip = Image.frombuffer(source.mode, (width, rows), part, "raw", source.mode, stride, 1)
        smaller.paste(strip.reduce(times), (0, top // times))
    smaller.info["icc_profile"] = source.info.get("icc_profile")
    return smaller
