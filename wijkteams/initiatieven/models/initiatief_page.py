"""An initiative, as a resident reads it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage
from wijkteams.models import InWijk, Verhaal


class InitiatiefPage(Verhaal, InWijk, BasePage):
    """What residents started: what, why, who, what it needs, and how it went.

    Its state, support, help and updates are rows of `Initiatief`, which is made when the page is
    published for the first time.
    """

    waarom = models.TextField(
        _("waarom"),
        max_length=1000,
        blank=True,
        help_text=_("Bijvoorbeeld: De supermarkt gaat weg. Wie slecht loopt, komt er niet meer."),
    )
    wie = models.TextField(
        _("wie doet wat"),
        max_length=1000,
        blank=True,
        help_text=_("Bijvoorbeeld: Acht vrijwilligers rijden. De school helpt met inpakken."),
    )
    resultaat = BlocksField(StoryBlock(), blank=True, verbose_name=_("hoe het afliep"))
    "The closing story: what worked, what did not, tips (requirement I14)."
    recept = BlocksField(StoryBlock(), blank=True, verbose_name=_("zo doet u dit ook"))
    "For other wards, that may copy it."

    parent_page_types = ["initiatieven.InitiatievenIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("photo_credit"),
        FieldPanel("waarom"),
        FieldPanel("wie"),
        FieldPanel("body"),
        FieldPanel("resultaat"),
        FieldPanel("recept"),
        MultiFieldPanel(
            [FieldPanel("buurten"), FieldPanel("themas")], heading=_("Waar gaat het over?")
        ),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("waarom"),
        index.SearchField("wie"),
        index.SearchField("body"),
        index.SearchField("resultaat"),
        index.SearchField("recept"),
        index.FilterField("wijk"),
    ]

    class Meta:
        verbose_name = _("initiatief")
        verbose_name_plural = _("initiatieven")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.initiatieven.openbaar.detail import initiative_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **initiative_context(self, request)}

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from wijkteams.initiatieven.openbaar.structured import project

        return project(self, request)
