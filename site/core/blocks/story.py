from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from wagtail import blocks

from .accordion import AccordionBlock
from .buttons import ButtonsBlock
from .callout import CalloutBlock
from .contact import ContactCardBlock
from .document import DocumentBlock
from .gallery import GalleryBlock
from .headings import HeadingOrder
from .image import StoryImageBlock
from .place import PlaceBlock
from .quote import QuoteBlock
from .renditions import fetch_together
from .steps import StepsBlock
from .table import TableBlock
from .text import TextBlock
from .video import VideoBlock


class StoryBlock(blocks.StreamBlock):
    """The one list of what a page may hold; apps add theirs by the setting STORY_BLOCKS.

    A setting, and not `ready()`: fields are made while models are loaded, which is before.
    """

    text = TextBlock()
    image = StoryImageBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    accordion = AccordionBlock()
    steps = StepsBlock()
    table = TableBlock()
    video = VideoBlock()
    document = DocumentBlock()
    buttons = ButtonsBlock()
    contact = ContactCardBlock()
    place = PlaceBlock()

    class Meta:
        template = "components/story.html"

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        of_apps = [(name, import_string(path)()) for name, path in settings.STORY_BLOCKS.items()]
        super().__init__([*of_apps, *(local_blocks or [])], **kwargs)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        fetch_together(None, [], value)
        return {**context, "body": value, "heading_order": HeadingOrder()}
