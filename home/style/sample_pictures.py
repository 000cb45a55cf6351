"""Pictures for the samples: they answer as Wagtail's do, but come from static files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.safestring import SafeString
from wagtail.images.models import Filter


@dataclass(frozen=True)
class SampleRendition:
    """One size of a sample picture; every size is the file itself."""

    url: str
    width: int
    height: int
    alt: str
    filter_spec: str = ""

    def img_tag(self, extra_attributes: dict[str, Any] | None = None) -> SafeString:
        """What the template tags of Wagtail ask of a rendition."""
        own = {"src": self.url, "width": self.width, "height": self.height, "alt": self.alt}
        return SafeString(f"<img{flatatt({**own, **(extra_attributes or {})})}>")


@dataclass(frozen=True)
class SampleImage:
    """Stands in for an Image of the site, with neither row nor upload."""

    name: str
    width: int
    height: int
    description: str
    pk: int = 0
    decorative: bool = False
    contextual_alt_text: str = ""

    @property
    def title(self) -> str:
        return self.description

    def get_rendition(self, spec: Filter | str) -> SampleRendition:
        name = spec if isinstance(spec, str) else spec.spec
        url = static(f"img/stijl/{self.name}.webp")
        return SampleRendition(url, self.width, self.height, self.description, name)

    def get_renditions(self, *specs: Filter | str) -> dict[str, SampleRendition]:
        found = [self.get_rendition(spec) for spec in specs]
        return {rendition.filter_spec: rendition for rendition in found}

    def find_existing_renditions(self, *filters: Filter) -> dict[Filter, SampleRendition]:
        return {one: self.get_rendition(one) for one in filters}

    def _get_prefetched_renditions(self) -> list[SampleRendition]:
        return []


def party(alt: str) -> SampleImage:
    return SampleImage("straatfeest", 640, 400, alt)


def trees(alt: str) -> SampleImage:
    return SampleImage("bomen", 640, 400, alt)


def portrait(alt: str = "") -> SampleImage:
    return SampleImage("portret", 240, 288, alt)
