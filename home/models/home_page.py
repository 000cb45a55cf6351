"""The hub's front page, and how addresses are found."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage


class HomePage(BasePage):
    """What all wards of the city show together. One in each language."""

    intro = models.TextField(
        _("welkom"),
        max_length=300,
        blank=True,
        help_text=_("Eén zin onder de naam van de stad. Bijvoorbeeld: 'Acht wijken, één plein.'"),
    )
    body = BlocksField(StoryBlock(), blank=True, verbose_name=_("inhoud"))

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "wijkteams.WijkPage",
        "nieuws.NieuwsIndexPage",
        "nieuws.NieuwsbriefIndexPage",
        "enquetes.EnqueteIndexPage",
        "activiteiten.AgendaPage",
        "initiatieven.InitiatievenIndexPage",
        "signalen.SignalenIndexPage",
        "wijkteams.TekstPage",
        "home.ToegankelijkheidPage",
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    promote_panels: ClassVar[list[Any]] = [
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
    ]

    class Meta:
        verbose_name = _("voorpagina van de stad")
        verbose_name_plural = _("voorpagina's van de stad")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page by its whole address: two queries, however deep it lies.

        Wagtail climbs down the tree, two queries a step. Its way remains for addresses that are
        not a page's own, such as the days of a series.
        """
        if path_components:
            url_path = f"{self.url_path}{'/'.join(path_components)}/"
            # The slug has an index, the whole address has none.
            page = Page.objects.filter(slug=path_components[-1], url_path=url_path).first()
            if page is not None:
                return page.specific.route(request, [])
        return super().route(request, path_components)

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from home.structured import web_site

        return web_site(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home.front import front_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **front_context(self, request)}
