"""One news item."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index

from core.models import BasePage
from nieuws.forms import NieuwsPageForm
from wijkteams.models import InWijk, Verhaal


class NieuwsPage(Verhaal, InWijk, BasePage):
    """Something that happened or will happen, told by the wijkteam (requirement N1)."""

    date = models.DateField(
        _("datum"),
        default=timezone.localdate,
        help_text=_("Vandaag staat er al. Bijvoorbeeld: de dag waarop het gebeurde."),
    )
    relevant_until = models.DateField(
        _("van belang tot en met"),
        null=True,
        blank=True,
        help_text=_("Daarna staat erbij dat het bericht oud is. Leeg: blijft van belang."),
    )
    rectificatie = models.TextField(
        _("rectificatie"),
        max_length=500,
        blank=True,
        help_text=_("Stond er iets fout? Schrijf hier wat, en wanneer je het hebt verbeterd."),
    )

    parent_page_types = ["nieuws.NieuwsJaarPage", "nieuws.NieuwsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = NieuwsPageForm
    og_type = "article"
    content_panels: ClassVar[list[Any]] = [
        HelpPanel(template="wagtailadmin/handleiding/news_panel.html"),
        *BasePage.content_panels,
        FieldPanel("photo_credit"),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("relevant_until")]),
        MultiFieldPanel(
            [FieldPanel("buurten"), FieldPanel("themas")], heading=_("Waar gaat het over?")
        ),
        FieldPanel("rectificatie"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("wijk"),
    ]

    class Meta:
        verbose_name = _("nieuwsbericht")
        verbose_name_plural = _("nieuwsberichten")

    @property
    def is_outdated(self) -> bool:
        """Whether the editors said that it is of no more interest."""
        return self.relevant_until is not None and self.relevant_until < timezone.localdate()

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from nieuws.structured import news_article

        return news_article(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nieuws.overview import item_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **item_context(self, request)}
