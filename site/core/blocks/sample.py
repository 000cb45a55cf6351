"""Pictures and documents for the previews in the block picker: neither row nor upload."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.templatetags.static import static
from wagtail.documents import get_document_model
from wagtail.images.models import Filter


@dataclass(frozen=True)
class SampleRendition:
    """One size of a sample picture; every size is the file itself."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class SamplePicture:
    """Answers as an image of the site does, from a static file."""

    name: str
    contextual_alt_text: str = ""
    width: int = 640
    height: int = 400
    description: str = ""
    decorative: bool = False
    pk: None = None

    def find_existing_renditions(self, *filters: Filter) -> dict[Filter, SampleRendition]:
        """Whatever is asked for, it is the one file."""
        url = static(f"img/stijl/{self.name}.webp")
        return {one: SampleRendition(url, self.width, self.height) for one in filters}

    def _get_prefetched_renditions(self) -> list[SampleRendition]:
        return []


def sample_document(title: str, filename: str, size: int) -> Any:
    """A document that nobody can fetch."""
    return get_document_model()(pk=0, title=title, file=f"documents/{filename}", file_size=size)
