"""The sizes in which pages show pictures. A size that is not here is not made."""

from __future__ import annotations

from dataclasses import dataclass

# Measured on drawn scenes and portraits: AVIF of 50 weighs about two thirds of such a WebP, and
# at these qualities neither shows spots in even planes. See `encoding` for what it costs to make.
QUALITY = {"avif": "avifquality-50", "webp": "webpquality-74", "jpeg": "jpegquality-78"}


@dataclass(frozen=True)
class Preset:
    """One way of showing a picture: its widths, its shape, and how wide it stands on the page."""

    widths: tuple[int, ...]
    sizes: str
    ratio: tuple[int, int] | None = None
    "Width to height of a crop around the focal point; without it, nothing is cut off."
    formats: tuple[str, ...] = ("avif", "webp")

    @property
    def fallback(self) -> str:
        """The JPEG for whatever knows no newer format: quick to make, readable in feeds too."""
        return self._spec(max(self.widths), "jpeg")

    def specs(self, kind: str) -> list[str]:
        """The renditions of one format, the narrowest first."""
        return [self._spec(width, kind) for width in self.widths]

    def all_specs(self) -> list[str]:
        """Everything to make, the quickest first."""
        return [self.fallback, *(s for kind in reversed(self.formats) for s in self.specs(kind))]

    def _spec(self, width: int, kind: str) -> str:
        if self.ratio is None:
            size = f"width-{width}"
        else:
            size = f"fill-{width}x{round(width * self.ratio[1] / self.ratio[0])}"
        return f"{size}|format-{kind}|{QUALITY[kind]}"


WIDE = (16, 10)

PRESETS = {
    "photo": Preset((480, 960), "(min-width: 45rem) 40rem, 92vw"),
    "card": Preset(
        (320, 640), "(min-width: 75rem) 23rem, (min-width: 47rem) 45vw, 92vw", ratio=WIDE
    ),
    "gallery": Preset((320, 640), "(min-width: 45rem) 20rem, 45vw", ratio=(4, 3)),
    # A portrait is so small that the head of an AVIF file outweighs what it saves.
    # What a picture of a gallery opens in: only fetched by who asks for it.
    "large": Preset((1600,), "", formats=()),
    "portrait": Preset((120, 240), "7.5rem", ratio=(5, 6), formats=("webp",)),
    "social": Preset((1200,), "", ratio=(40, 21), formats=()),
}
