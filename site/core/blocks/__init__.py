"""Blocks of text and picture that every page may hold."""

from .accordion import AccordionBlock
from .buttons import ButtonsBlock
from .callout import CalloutBlock
from .contact import ContactCardBlock
from .document import DocumentBlock
from .gallery import GalleryBlock
from .ground import Ground
from .image import StoryImageBlock
from .place import PlaceBlock
from .quote import QuoteBlock
from .steps import StepsBlock
from .story import StoryBlock
from .table import TableBlock
from .text import TextBlock
from .video import VideoBlock

__all__ = [
    "AccordionBlock",
    "ButtonsBlock",
    "CalloutBlock",
    "ContactCardBlock",
    "DocumentBlock",
    "GalleryBlock",
    "Ground",
    "PlaceBlock",
    "QuoteBlock",
    "StepsBlock",
    "StoryBlock",
    "StoryImageBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
