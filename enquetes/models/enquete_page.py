"""A survey, as an editor writes it and as a resident reads about it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage
from enquetes.models.choices import Anonimiteit, Toegang, Zichtbaar
from enquetes.vragen.blocks import VragenlijstBlock
from enquetes.vragen.editor.page_form import EnquetePageForm
from enquetes.vragen.editor.panels import tabs
from wijkteams.models import InWijk, Verhaal

SETTINGS = (
    "toegang",
    "anonimiteit",
    "opens_at",
    "closes_at",
    "zichtbaar",
    "eerlijk_afsluiten",
    "drempel",
    "doel",
    "uitslag_mailen",
)
"Taken over into `Enquete` when it is published; the same in every language."


class EnquetePage(Verhaal, InWijk, BasePage):
    """What the ward is asked. After it is closed the results stand at the same address."""

    vragen = BlocksField(VragenlijstBlock(), blank=True, verbose_name=_("vragen"))
    toegang = models.CharField(
        _("wie mag invullen"), max_length=10, choices=Toegang, default=Toegang.OPEN
    )
    anonimiteit = models.CharField(
        _("wat we van invullers weten"),
        max_length=15,
        choices=Anonimiteit,
        default=Anonimiteit.ANONIEM,
    )
    opens_at = models.DateTimeField(_("open vanaf"), null=True, blank=True)
    closes_at = models.DateTimeField(_("sluit op"), null=True, blank=True)
    zichtbaar = models.CharField(
        _("wie ziet de uitslag"),
        max_length=12,
        choices=Zichtbaar,
        default=Zichtbaar.NA_SLUITING,
    )
    eerlijk_afsluiten = models.BooleanField(
        _("eerlijk afsluiten"),
        default=True,
        help_text=_("Tot de sluiting zien jullie zelf ook alleen hoeveel mensen invulden."),
    )
    drempel = models.PositiveSmallIntegerField(
        _("kleinste aantal"),
        default=5,
        help_text=_("Een getal over minder mensen laten we niet zien. Minstens 5."),
    )
    doel = models.PositiveIntegerField(_("hoeveel antwoorden hoop je"), null=True, blank=True)
    uitslag_mailen = models.BooleanField(
        _("mail de uitslag aan wie dat wil"),
        default=True,
        help_text=_("Het adres bewaren we los van de antwoorden."),
    )
    retouradres = models.TextField(
        _("waar het papieren formulier heen kan"), max_length=300, blank=True
    )
    vorige = models.ForeignKey(
        "enquetes.Enquete",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("vergelijken met"),
    )
    vervolg = BlocksField(StoryBlock(), blank=True, verbose_name=_("wat doen we ermee?"))

    parent_page_types = ["enquetes.EnqueteIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = EnquetePageForm
    edit_handler = tabs()
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in (*SETTINGS, "vorige")),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("vervolg"),
        index.FilterField("wijk"),
    ]

    class Meta:
        verbose_name = _("enquête")
        verbose_name_plural = _("enquêtes")

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from enquetes.overzicht.structured import survey

        return survey(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from enquetes.overzicht.face import survey_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **survey_context(self, request)}
