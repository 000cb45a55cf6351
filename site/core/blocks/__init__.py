"""Blocks of text and picture that every page may hold."""

from .callout import CalloutBlock
from .contact import ContactCardBlock
from .image import StoryImageBlock
from .quote import QuoteBlock
from .story import StoryBlock
from .text import TextBlock

__all__ = [
    "CalloutBlock",
    "ContactCardBlock",
    "QuoteBlock",
    "StoryBlock",
    "StoryImageBlock",
    "TextBlock",
]
