from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as PillowImage

from wijkteams.models import Image, Wijk


def photo_file(name: str = "foto.jpg", *, size: tuple[int, int] = (640, 480)) -> ContentFile[bytes]:
    """A picture as a resident's phone would send it, but small."""
    buffer = BytesIO()
    kind = "PNG" if name.endswith("png") else "JPEG"
    PillowImage.new("RGB", size, (180, 90, 60)).save(buffer, kind)
    return ContentFile(buffer.getvalue(), name=name)


def photo(wijk: Wijk | None, **fields: Any) -> Image:
    """A stored picture of a ward (None: of the city), of which all is known that must be."""
    defaults = {
        "title": "Buren planten een boom",
        "file": photo_file(),
        "photographer": "Lotte",
        "licence": "zelf",
        "consent": "niemand",
    }
    return Image.objects.create(wijk=wijk, **{**defaults, **fields})
