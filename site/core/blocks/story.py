from __future__ import annotations

from wagtail import blocks

from .callout import CalloutBlock
from .contact import ContactCardBlock
from .image import StoryImageBlock
from .quote import QuoteBlock
from .text import TextBlock


class StoryBlock(blocks.StreamBlock):
    """The one list of what a page may hold."""

    text = TextBlock()
    image = StoryImageBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    contact = ContactCardBlock()
