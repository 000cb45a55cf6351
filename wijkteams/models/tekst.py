from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage
from wijkteams.models.pages import InWijk
from wijkteams.page_forms import FreePageForm


class TekstPage(InWijk, BasePage):
    """A free page: history of the ward, house rules, what can be borrowed."""

    body = BlocksField(StoryBlock(), blank=True, verbose_name=_("inhoud"))

    parent_page_types = [
        "home.HomePage",
        "wijkteams.WijkPage",
        "wijkteams.WijkteamPage",
        "wijkteams.TekstPage",
    ]
    subpage_types = ["wijkteams.TekstPage"]
    base_form_class = FreePageForm
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("tekstpagina")
        verbose_name_plural = _("tekstpagina's")
