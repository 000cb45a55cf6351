"""How to start something: permits, insurance, money, and who helps (requirement I9)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage
from wijkteams.models import InWijk


class WegwijzerPage(InWijk, BasePage):
    """A guide for one kind of initiative: a street party, a garden, a shopping bus."""

    body = BlocksField(StoryBlock(), blank=True, verbose_name=_("inhoud"))
    stappen = models.TextField(
        _("stappen om af te vinken"),
        max_length=3000,
        blank=True,
        help_text=_("Eén stap op elke regel. Bijvoorbeeld: Vraag de buren wat zij ervan vinden."),
    )

    adviseurs = models.TextField(
        _("wie denkt met u mee"),
        max_length=1500,
        blank=True,
        help_text=_(
            "Eén op elke regel. Bijvoorbeeld: Greet Mulder, die de moestuin begon. "
            "Bel het wijkteam, dan belt zij u."
        ),
    )

    parent_page_types = ["initiatieven.InitiatievenIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("stappen"),
        FieldPanel("adviseurs"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("stappen"),
        index.SearchField("adviseurs"),
        index.FilterField("wijk"),
    ]

    class Meta:
        verbose_name = _("wegwijzer")
        verbose_name_plural = _("wegwijzers")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.initiatieven.wegwijzer.face import guide_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **guide_context(self, request)}
