"""The list of news, and the years under it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core.models import BasePage
from wijkteams.models import InWijk, SectiePage


class NieuwsIndexPage(SectiePage):
    """All news of a ward; on the hub, of all wards. News itself hangs under a page per year."""

    subpage_types: ClassVar[list[str]] = ["nieuws.NieuwsJaarPage", "nieuws.NieuwsPage"]

    class Meta:
        verbose_name = _("nieuwsoverzicht")
        verbose_name_plural = _("nieuwsoverzichten")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nieuws.overview import index_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **index_context(self, request)}


class NieuwsJaarPage(InWijk, BasePage):
    """The news of one year. Made by itself with the first item of that year."""

    parent_page_types = ["nieuws.NieuwsIndexPage"]
    subpage_types = ["nieuws.NieuwsPage"]
    promote_panels: ClassVar[list[Any]] = [FieldPanel("search_description")]

    class Meta:
        verbose_name = _("nieuwsjaar")
        verbose_name_plural = _("nieuwsjaren")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Never by hand: a year appears with its first item."""
        return False

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nieuws.overview import year_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **year_context(self, request)}
