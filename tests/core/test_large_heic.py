"""A photo of an iPhone that is read in strips looks as it does when it is read whole."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from PIL import ImageChops

from core.uploads.images import clean_image_file
from tests.factories.pictures import SECRET, hidden_exif


def large_heic(orientation: int) -> bytes:
    """Four colours, one in each corner, with sides that no strip divides."""
    picture = PillowImage.new("RGB", (5397, 2611), "red")
    picture.paste((0, 0, 255), (2700, 0, 5397, 1300))
    picture.paste((0, 160, 0), (0, 1300, 2700, 2611))
    picture.paste((250, 240, 30), (2700, 1300, 5397, 2611))
    buffer = BytesIO()
    exif, how = hidden_exif(orientation).tobytes(), {"preset": "ultrafast"}
    picture.save(buffer, "HEIF", exif=exif, quality=70, enc_params=how)
    return buffer.getvalue()


@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_strips_give_the_same_picture_as_the_whole(
    orientation: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = large_heic(orientation)

    in_strips = clean_image_file(ContentFile(data, name="groot.heic")).read()
    monkeypatch.setattr("core.uploads.images.times_too_large", lambda picture: 1)
    as_whole = clean_image_file(ContentFile(data, name="groot.heic")).read()

    one, other = PillowImage.open(BytesIO(in_strips)), PillowImage.open(BytesIO(as_whole))
    assert one.size == other.size
    assert max(high for _low, high in ImageChops.difference(one, other).getextrema()) <= 60
    small = (8, 8)
    pairs = zip(one.resize(small).tobytes(), other.resize(small).tobytes(), strict=True)
    assert max(abs(left - right) for left, right in pairs) <= 12
    assert SECRET.encode() not in in_strips
