from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .counted import CountedListBlock
from .groups import WORDS


class StepBlock(blocks.StructBlock):
    """One step: what to do, and a line about it."""

    title = blocks.CharBlock(
        label=_("stap"), max_length=120, help_text=_("Bijvoorbeeld: 'Bel het wijkteam'.")
    )
    text = blocks.TextBlock(
        label=_("uitleg"),
        required=False,
        max_length=600,
        rows=2,
        help_text=_("Bijvoorbeeld: 'We vragen je naam en wat je wilt lenen.'"),
    )

    class Meta:
        icon = "order"
        label = _("Stap")


class StepsBlock(blocks.StructBlock):
    """What to do, one thing after the other."""

    title = blocks.CharBlock(
        label=_("kop"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'Zo leent u gereedschap'."),
    )
    items = CountedListBlock(StepBlock(), label=_("stappen"), min_num=2, max_num=10)

    class Meta:
        icon = "list-ol"
        label = _("Stappen")
        description = _("Uitleg in genummerde stappen, steen voor steen.")
        group = WORDS
        template = "blocks/steps.html"
        preview_value = {
            "title": _("Zo leent u gereedschap"),
            "items": [
                {
                    "title": _("Bel of mail het wijkteam"),
                    "text": _("Zeg wat u wilt lenen en wanneer."),
                },
                {"title": _("Haal het op in De Kajuit"), "text": _("Dinsdag van 10 tot 12 uur.")},
                {"title": _("Breng het schoon terug"), "text": _("Binnen twee weken.")},
            ],
        }
