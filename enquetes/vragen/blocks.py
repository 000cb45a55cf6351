"""The questions of a survey as blocks of its page. The id of a block is the id of its question.

Whether they are right together is checked by `controle`, in the form of the page (`editor`).
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from enquetes.vragen.question_blocks import (
    BuurtBlock,
    GetalBlock,
    KeuzeBlock,
    KeuzesBlock,
    UitlegBlock,
    VraagBlock,
    WeetNietBlock,
)
from enquetes.vragen.rating_blocks import MatrixBlock, RangordeBlock, SchaalBlock
from enquetes.vragen.rule_blocks import VoorwaardeBlock

CHOOSE, RATE, WRITE = _("Kiezen"), _("Een cijfer geven"), _("Zelf invullen")
PLACE, MORE = _("Waar"), _("Meer")


class VragenStroom(blocks.StreamBlock):
    """The kinds of questions; the names are those of `Soort`."""

    keuze = KeuzeBlock(label=_("Eén keuze"), icon="radio-full", group=CHOOSE)
    keuzes = KeuzesBlock(label=_("Meer keuzes"), icon="tasks", group=CHOOSE)
    ja_nee = WeetNietBlock(label=_("Ja of nee"), icon="check", group=CHOOSE)
    schaal = SchaalBlock(label=_("Schaal"), icon="order", group=RATE)
    smileys = WeetNietBlock(label=_("Gezichtjes"), icon="pick", group=RATE)
    rangorde = RangordeBlock(label=_("Op volgorde zetten"), icon="list-ol", group=RATE)
    matrix = MatrixBlock(label=_("Tabel"), icon="table", group=RATE)
    kort = VraagBlock(label=_("Korte tekst"), icon="edit", group=WRITE)
    lang = VraagBlock(label=_("Lange tekst"), icon="pilcrow", group=WRITE)
    getal = GetalBlock(label=_("Getal"), icon="decimal", group=WRITE)
    datum = WeetNietBlock(label=_("Datum"), icon="date", group=WRITE)
    postcode = WeetNietBlock(label=_("Postcode"), icon="mail", group=PLACE)
    buurt = BuurtBlock(label=_("Buurt"), icon="home", group=PLACE)
    kaart = WeetNietBlock(label=_("Plek op de kaart"), icon="site", group=PLACE)
    foto = VraagBlock(label=_("Foto"), icon="image", group=MORE)
    tekst = UitlegBlock(label=_("Uitleg zonder vraag"), icon="info-circle", group=MORE)


class StapBlock(blocks.StructBlock):
    """A page of questions."""

    title = blocks.CharBlock(
        label=_("Kop van deze bladzijde"),
        required=False,
        default="",
        max_length=100,
        help_text=_("Mag leeg blijven. Bijvoorbeeld: Over uw straat."),
    )
    intro = blocks.TextBlock(
        label=_("Inleiding"),
        required=False,
        default="",
        max_length=1000,
        help_text=_("Mag leeg blijven. Bijvoorbeeld: We willen weten of u zich veilig voelt."),
    )
    vragen = VragenStroom(label=_("Vragen"))
    als = VoorwaardeBlock(label=_("Deze hele bladzijde alleen tonen als…"))

    class Meta:
        label = _("bladzijde")
        icon = "doc-full"
        label_format = "{title}"


class VragenlijstBlock(blocks.StreamBlock):
    """All pages of a survey."""

    stap = StapBlock()
