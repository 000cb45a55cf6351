"""What many signals together say."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage
from wijkteams.models import InWijk, Verhaal
from wijkteams.signalen.models.querysets import OfSignaalQuerySet
from wijkteams.signalen.models.signaal import Signaal


class SignaalthemaPage(Verhaal, InWijk, BasePage):
    """A pattern that the team saw in signals: how many, where, when, and what it advises (G10)."""

    advies = BlocksField(StoryBlock(), blank=True, verbose_name=_("wat wij adviseren"))

    parent_page_types = ["signalen.SignalenIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("photo_credit"),
        FieldPanel("body"),
        FieldPanel("advies"),
        MultiFieldPanel(
            [FieldPanel("buurten"), FieldPanel("themas")], heading=_("Waar gaat het over?")
        ),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("advies"),
        index.FilterField("wijk"),
    ]

    class Meta:
        verbose_name = _("thema van signalen")
        verbose_name_plural = _("thema's van signalen")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.signalen.themas.face import theme_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **theme_context(self, request)}


class Themasignaal(models.Model):
    """A signal that belongs to a theme; by the key that all translations of its page share."""

    translation_key = models.UUIDField(db_index=True)
    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="themas")
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    wanneer = models.DateTimeField(default=timezone.now)
    citaat = models.TextField(_("citaat"), max_length=500, blank=True)
    "Words of the signal that stand on the page: only after consent, and chosen by the team."

    objects = OfSignaalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("signaal van een thema")
        verbose_name_plural = _("signalen van thema's")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "signaal"], name="themasignaal_once")
        ]

    def __str__(self) -> str:
        return f"{self.translation_key}: {self.signaal_id}"
