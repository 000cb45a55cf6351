"""What a newsletter is made of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.buttons import ButtonsBlock
from core.blocks.image import StoryImageBlock
from core.blocks.quote import QuoteBlock
from core.blocks.text import TextBlock

FROM_THE_SITE = _("Van de site")


class KopBlock(blocks.StructBlock):
    """A heading above a group of items."""

    text = blocks.CharBlock(
        label=_("kop"), max_length=100, help_text=_("Bijvoorbeeld: 'Binnenkort in de wijk'.")
    )

    class Meta:
        icon = "title"
        label = _("Kop")
        description = _("Een kop boven een groepje berichten of activiteiten.")
        group = FROM_THE_SITE


class ItemBlock(blocks.StructBlock):
    """Something of the ward that has its own page: title, summary and picture come from there."""

    page = blocks.PageChooserBlock(
        label=_("pagina"), help_text=_("Een nieuwsbericht, activiteit of andere pagina.")
    )
    text = blocks.TextBlock(
        label=_("eigen tekst"),
        required=False,
        max_length=600,
        help_text=_(
            "Leeg: de samenvatting van de pagina. Bijvoorbeeld: 'Komt u ook? Neem iemand mee.'"
        ),
    )
    with_picture = blocks.BooleanBlock(
        label=_("met foto"),
        required=False,
        default=True,
        help_text=_("De foto van de pagina, als die er een heeft. Niet bij activiteiten."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Bericht of activiteit")
        description = _("Kies een pagina: titel, samenvatting, dag en foto komen vanzelf mee.")
        group = FROM_THE_SITE


class MeerBlock(blocks.StructBlock):
    """A way on below a group that was shortened."""

    text = blocks.CharBlock(
        label=_("tekst van de link"),
        max_length=100,
        help_text=_("Bijvoorbeeld: 'Bekijk de hele agenda'."),
    )
    page = blocks.PageChooserBlock(
        label=_("pagina"), help_text=_("Waar de link heen gaat. Bijvoorbeeld: de agenda.")
    )

    class Meta:
        icon = "arrow-right"
        label = _("Meer")
        description = _("Een link onder een groepje, naar de hele lijst op de site.")
        group = FROM_THE_SITE


class NieuwsbriefBlock(blocks.StreamBlock):
    """The list of what a newsletter may hold."""

    heading = KopBlock()
    item = ItemBlock()
    more = MeerBlock()
    text = TextBlock()
    image = StoryImageBlock()
    quote = QuoteBlock()
    buttons = ButtonsBlock()
