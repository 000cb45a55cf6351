"""Pictures on pages: in modern formats, in two widths, and made before a visitor asks."""

from core.pictures.picture import (
    Picture,
    Source,
    made_picture,
    own_alt,
    picture_of,
    renditions_of,
    with_renditions,
)
from core.pictures.uses import register_use

__all__ = [
    "Picture",
    "Source",
    "made_picture",
    "own_alt",
    "picture_of",
    "register_use",
    "renditions_of",
    "with_renditions",
]
