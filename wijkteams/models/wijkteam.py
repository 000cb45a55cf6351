"""The page of a ward's team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage
from wijkteams.models.pages import InWijk, WijkPage

if TYPE_CHECKING:
    from wijkteams.models.teamlid import Teamlid


class WijkteamPage(InWijk, BasePage):
    """Who we are: the team, its five tasks, and how to reach it."""

    needs_ward_page = True

    body = BlocksField(StoryBlock(), blank=True, verbose_name=_("inhoud"))

    parent_page_types = ["wijkteams.WijkPage"]
    subpage_types = ["wijkteams.TekstPage"]
    max_count_per_parent = 1
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        InlinePanel("teamleden", heading=_("Wie zitten er in het wijkteam?"), label=_("Teamlid")),
        FieldPanel("body"),
    ]
    promote_panels = WijkPage.promote_panels

    class Meta:
        verbose_name = _("pagina van het wijkteam")
        verbose_name_plural = _("pagina's van het wijkteam")

    @cached_property
    def team(self) -> list[Teamlid]:
        """Who is in the team, read once."""
        members: Any = self.teamleden
        return list(members.select_related("image"))

    def shown_pictures(self) -> list[Any]:
        return [lid.image for lid in self.team]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.front import team_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **team_context(self, request, context.get("wijk_page"))}
