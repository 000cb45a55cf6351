"""Kinds of questions that rate or compare, as blocks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from enquetes.vragen.question_blocks import (
    RegelTekstBlock,
    VraagBlock,
    WeetNietBlock,
    layout,
    option_list,
)


class SchaalBlock(WeetNietBlock):
    """A number on a scale."""

    maximum = blocks.ChoiceBlock(
        label=_("Schaal"),
        choices=[("5", "1–5"), ("10", "1–10")],
        default="5",
        help_text=_("1–10 is een rapportcijfer. Bij 1–5 kiezen mensen sneller."),
    )
    links = blocks.CharBlock(
        label=_("Bij 1"),
        required=False,
        default="",
        max_length=60,
        help_text=_("Bijvoorbeeld: heel onveilig."),
    )
    rechts = blocks.CharBlock(
        label=_("Bij de hoogste"),
        required=False,
        default="",
        max_length=60,
        help_text=_("Bijvoorbeeld: heel veilig."),
    )

    class Meta:
        label_format = "{text}"
        form_layout = layout("maximum", "links", "rechts", more=("weet_niet",))


class RangordeBlock(VraagBlock):
    """Put in order, best first."""

    opties = option_list(_("Wat er op volgorde moet"), most=10)

    class Meta:
        label_format = "{text}"
        form_layout = layout("opties")


class MatrixBlock(WeetNietBlock):
    """The same answers for several rows."""

    rijen = blocks.ListBlock(
        RegelTekstBlock(label=_("Rij"), max_length=150),
        label=_("Rijen: waar gaat het over?"),
        min_num=1,
        max_num=20,
        help_text=_("Bijvoorbeeld: De stoepen. Het groen. De speelplekken."),
        form_classname="enquete-opties",
    )
    opties = blocks.ListBlock(
        RegelTekstBlock(label=_("Kolom"), max_length=60),
        label=_("Kolommen: welke antwoorden?"),
        min_num=2,
        max_num=7,
        help_text=_("Bijvoorbeeld: Goed. Gaat wel. Slecht."),
        form_classname="enquete-opties",
    )

    class Meta:
        label_format = "{text}"
        form_layout = layout("rijen", "opties", more=("weet_niet",))
