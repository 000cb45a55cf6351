"""The statement on accessibility that a government's site must have (Besluit digitale
toegankelijkheid overheid, after the Dutch model statement)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage


class Status(models.TextChoices):
    """How far a site is, by the letters of the register of statements."""

    A = "A", _("A – voldoet volledig")
    B = "B", _("B – voldoet gedeeltelijk")
    C = "C", _("C – eerste maatregelen genomen")
    D = "D", _("D – voldoet niet")
    E = "E", _("E – nog niet onderzocht")


class OnderzoekBlock(blocks.StructBlock):
    """One time that somebody looked how accessible the site is."""

    how = blocks.CharBlock(
        label=_("hoe"), max_length=200, help_text=_("Bijvoorbeeld: 'met het toetsenbord'.")
    )
    what = blocks.CharBlock(
        label=_("wat"), max_length=200, help_text=_("Bijvoorbeeld: 'elke soort pagina'.")
    )
    date = blocks.DateBlock(label=_("wanneer"), help_text=_("Bijvoorbeeld: 22 november 2026."))
    result = blocks.TextBlock(
        label=_("wat kwam eruit"), rows=2, help_text=_("Bijvoorbeeld: 'geen fouten gevonden'.")
    )

    class Meta:
        icon = "search"
        label = _("Onderzoek")


class GebrekBlock(blocks.StructBlock):
    """Something that is not good yet."""

    what = blocks.CharBlock(
        label=_("wat is er niet goed"),
        max_length=200,
        help_text=_("Bijvoorbeeld: 'Oude wijkkranten zijn een pdf zonder koppen'."),
    )
    effect = blocks.TextBlock(
        label=_("wie heeft daar last van"),
        rows=2,
        help_text=_("Bijvoorbeeld: 'Wie laat voorlezen, hoort geen volgorde'."),
    )
    instead = blocks.TextBlock(
        label=_("hoe kan het nu wel"),
        rows=2,
        help_text=_("Bijvoorbeeld: 'Vraag ons om de tekst'."),
    )
    planned = blocks.DateBlock(
        label=_("wanneer opgelost"),
        required=False,
        help_text=_("Bijvoorbeeld: 1 juni 2027. Leeg: dan staat er dat er nog geen datum is."),
    )

    class Meta:
        icon = "warning"
        label = _("Nog niet goed")


class ToegankelijkheidPage(BasePage):
    """What is accessible, what is not yet, and whom to tell. One in each language."""

    status = models.CharField(
        _("status"),
        max_length=1,
        choices=Status.choices,
        default=Status.E,
        help_text=_("Bijvoorbeeld: B, als bijna alles goed is en u weet wat er nog niet goed is."),
    )
    scope = models.TextField(
        _("waarover gaat dit"),
        max_length=300,
        help_text=_("Bijvoorbeeld: 'Alle pagina's op wijkplein.sluisdam.nl'."),
    )
    research = BlocksField(
        [("onderzoek", OnderzoekBlock())],
        blank=True,
        verbose_name=_("onderzoek"),
        help_text=_(
            "Hoe u weet hoe goed de site is. Bijvoorbeeld: geprobeerd met het toetsenbord."
        ),
    )
    gaps = BlocksField(
        [("gebrek", GebrekBlock())],
        blank=True,
        verbose_name=_("nog niet goed"),
        help_text=_("Wees eerlijk: dit helpt mensen. Bijvoorbeeld: een pdf zonder koppen."),
    )
    complaint = models.TextField(
        _("niet tevreden met het antwoord"),
        max_length=500,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Dien een klacht in bij de gemeente, of bij de ombudsman.'"),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("antwoord binnen zoveel werkdagen"), default=3, help_text=_("Bijvoorbeeld: 3.")
    )
    signed_on = models.DateField(
        _("vastgesteld op"), null=True, blank=True, help_text=_("Bijvoorbeeld: 22 november 2026.")
    )
    signed_as = models.CharField(
        _("vastgesteld door"),
        max_length=120,
        blank=True,
        help_text=_("Een functie, geen naam. Bijvoorbeeld: stadsredactie van Sluisdam."),
    )
    body = BlocksField(StoryBlock(), blank=True, verbose_name=_("inhoud"))

    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("status"), FieldPanel("scope")], heading=_("Verklaring")),
        FieldPanel("research"),
        FieldPanel("gaps"),
        MultiFieldPanel(
            [FieldPanel("answer_days"), FieldPanel("complaint")], heading=_("Lukt iets niet?")
        ),
        MultiFieldPanel([FieldPanel("signed_on"), FieldPanel("signed_as")], heading=_("Getekend")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("toegankelijkheidsverklaring")
        verbose_name_plural = _("toegankelijkheidsverklaringen")
