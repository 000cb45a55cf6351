"""A section that every ward and the hub have one of."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.admin.panels import FieldPanel

from core.models import BasePage
from wijkteams.models.pages import InWijk


class SectiePage(InWijk, BasePage):
    """The list of one kind of things of a ward; on the hub, of all wards.

    Its address is fixed: it stands in mails, and other programs read what is below it. So an editor
    may change all but the slug.
    """

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "wijkteams.WijkPage"]
    max_count_per_parent = 1
    promote_panels: ClassVar[list[Any]] = [
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
        FieldPanel("show_in_menus"),
    ]

    class Meta:
        abstract = True
