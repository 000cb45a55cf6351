from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .counted import CountedListBlock
from .groups import WORDS


class AccordionItemBlock(blocks.StructBlock):
    """One question with its answer."""

    question = blocks.CharBlock(
        label=_("vraag"), max_length=150, help_text=_("Bijvoorbeeld: 'Mag mijn hond mee?'")
    )
    answer = blocks.RichTextBlock(
        label=_("antwoord"),
        features=["bold", "italic", "link", "ol", "ul", "document-link"],
        help_text=_("Begin met het antwoord: 'Ja, aan de lijn.' Daarna de uitleg."),
    )

    class Meta:
        icon = "help"
        label = _("Vraag")


class AccordionBlock(blocks.StructBlock):
    """Questions that open one by one."""

    title = blocks.CharBlock(
        label=_("kop"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'Vragen over de bus'."),
    )
    items = CountedListBlock(AccordionItemBlock(), label=_("vragen"), min_num=1, max_num=30)

    class Meta:
        icon = "list-ul"
        label = _("Vragen en antwoorden")
        description = _("Vragen onder elkaar. Wie op een vraag klikt, ziet het antwoord.")
        group = WORDS
        template = "blocks/accordion.html"
        preview_value = {
            "title": _("Vragen over de bus"),
            "items": [
                {
                    "question": _("Wat kost een rit?"),
                    "answer": _("<p>Niets. Een gift mag altijd.</p>"),
                },
                {
                    "question": _("Mag mijn hond mee?"),
                    "answer": _("<p>Ja, aan de lijn.</p>"),
                },
                {
                    "question": _("Kan de rolstoel mee?"),
                    "answer": _("<p>Ja. Bel een dag van tevoren.</p>"),
                },
            ],
        }
