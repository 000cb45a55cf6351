"""Each kind of question as a block: what an editor fills in for it, in plain words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from enquetes.vragen.rule_blocks import VoorwaardeBlock


def layout(*first: str, more: tuple[str, ...] = ()) -> list[Any]:
    """What is always asked first; what most questions leave as it is stands folded away."""
    rest = blocks.BlockGroup(
        children=[*more, "verplicht", "help"],
        heading=_("Verplicht, uitleg en meer"),
        icon="cog",
        classname="collapsed",
        label_format="",
    )
    return ["text", *first, rest, "als"]


class VraagBlock(blocks.StructBlock):
    """What all questions have."""

    text = blocks.CharBlock(
        label=_("Vraag"), max_length=300, help_text=_("Bijvoorbeeld: Hebt u een hond?")
    )
    help = blocks.CharBlock(
        label=_("Uitleg"),
        required=False,
        default="",
        max_length=300,
        help_text=_("Alleen als het nodig is. Bijvoorbeeld: Een logeerhond telt mee."),
    )
    verplicht = blocks.BooleanBlock(
        label=_("Verplicht"),
        required=False,
        help_text=_("Wees er zuinig mee: wie niet verder kan, haakt af."),
    )
    als = VoorwaardeBlock()

    class Meta:
        label_format = "{text}"
        form_layout = layout()


class WeetNietBlock(VraagBlock):
    """A question to which one may not know the answer."""

    weet_niet = blocks.BooleanBlock(
        label=_("Met ‘Weet ik niet’"),
        required=False,
        default=True,
        help_text=_("Er komt een antwoord bij: Weet ik niet / zeg ik liever niet."),
    )

    class Meta:
        label_format = "{text}"
        form_layout = layout(more=("weet_niet",))


class RegelTekstBlock(blocks.CharBlock):
    """A text in a list: nothing stands beside it, so that its field says itself what it is.

    js/enquete-namen.js adds which one it is.
    """

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        super().__init__(label=label, **kwargs)
        self.field.widget.attrs["aria-label"] = label


def option_list(label: Any, *, most: int = 30) -> blocks.ListBlock:
    """Answers to choose from, or things to put in order."""
    return blocks.ListBlock(
        RegelTekstBlock(label=_("Antwoord"), max_length=150),
        label=label,
        min_num=2,
        max_num=most,
        form_classname="enquete-opties",
    )


def other_tick() -> blocks.BooleanBlock:
    """'Anders, namelijk'."""
    return blocks.BooleanBlock(
        label=_("Met ‘Anders, namelijk’"),
        required=False,
        help_text=_("Dan kan iemand zelf een antwoord typen."),
    )


class KeuzeBlock(WeetNietBlock):
    """One of several answers."""

    opties = option_list(_("Antwoorden"))
    anders = other_tick()
    uitsplitsen = blocks.BooleanBlock(
        label=_("Uitslag hiernaar uitsplitsen"),
        required=False,
        help_text=_(
            "Bijvoorbeeld bij een vraag naar leeftijd: dan zie je per leeftijd wat mensen vinden. "
            "Kleine groepen laten we nooit zien."
        ),
    )

    class Meta:
        label_format = "{text}"
        form_layout = layout("opties", "anders", more=("weet_niet", "uitsplitsen"))


class KeuzesBlock(WeetNietBlock):
    """Any of several answers."""

    opties = option_list(_("Antwoorden"))
    anders = other_tick()
    minimum = blocks.IntegerBlock(
        label=_("Minstens"),
        required=False,
        min_value=1,
        help_text=_("Hoeveel antwoorden iemand moet kiezen. Meestal leeg. Bijvoorbeeld: 1."),
    )
    maximum = blocks.IntegerBlock(
        label=_("Hoogstens"),
        required=False,
        min_value=1,
        help_text=_("Leeg: zoveel als iemand wil. Bijvoorbeeld: 3, voor de top drie."),
    )

    class Meta:
        label_format = "{text}"
        form_layout = layout("opties", "anders", "maximum", more=("minimum", "weet_niet"))


class GetalBlock(WeetNietBlock):
    """A number."""

    minimum = blocks.FloatBlock(
        label=_("Minstens"),
        required=False,
        help_text=_("Bijvoorbeeld: 0. Leeg: geen ondergrens."),
    )
    maximum = blocks.FloatBlock(
        label=_("Hoogstens"),
        required=False,
        help_text=_("Bijvoorbeeld: 120. Leeg: geen bovengrens."),
    )

    class Meta:
        label_format = "{text}"
        form_layout = layout("minimum", "maximum", more=("weet_niet",))


class BuurtBlock(WeetNietBlock):
    """In which neighbourhood of the ward somebody lives."""

    uitsplitsen = blocks.BooleanBlock(
        label=_("Uitslag hiernaar uitsplitsen"),
        required=False,
        default=True,
        help_text=_("Dan zie je per buurt wat mensen vinden. Kleine groepen laten we nooit zien."),
    )

    class Meta:
        label_format = "{text}"
        form_layout = layout(more=("uitsplitsen", "weet_niet"))


class UitlegBlock(blocks.StructBlock):
    """A text between the questions."""

    text = blocks.TextBlock(
        label=_("Tekst"),
        max_length=1000,
        help_text=_("Bijvoorbeeld: De volgende vragen gaan over uw straat."),
    )
    als = VoorwaardeBlock()
