"""Conditions as blocks: when a question or page is shown.

A volunteer chooses an earlier question and its answers from lists, made by js/enquete-beheer.js of
what stands in the form. What is kept are ids: a question may be worded otherwise later.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from enquetes.vragen.lijst import Toets

WORDS = {
    Toets.IS: _("is een van deze antwoorden"),
    Toets.IS_NIET: _("is geen van deze antwoorden"),
    Toets.MINSTENS: _("is dit getal of meer"),
    Toets.HOOGSTENS: _("is dit getal of minder"),
    Toets.BEANTWOORD: _("is ingevuld, wat het ook is"),
}


class KeyBlock(blocks.FieldBlock):
    """Ids. Not a text: translators do not get to see it."""

    class Meta:
        default = ""

    def __init__(self, *, part: str, max_length: int, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"data-enquete-regel": part})
        self.field = forms.CharField(
            required=kwargs.pop("required", True),
            max_length=max_length,
            widget=widget,
            help_text=kwargs.pop("help_text", ""),
        )
        super().__init__(**kwargs)


class RegelBlock(blocks.StructBlock):
    """One condition on an earlier question."""

    vraag = KeyBlock(part="vraag", label=_("Het antwoord op"), max_length=40)
    toets = blocks.ChoiceBlock(
        label=_("Hoe"),
        choices=list(WORDS.items()),
        default=Toets.IS,
        widget=forms.Select(attrs={"data-enquete-regel": "toets"}),
    )
    waarden = KeyBlock(part="waarden", label=_("Welk antwoord"), required=False, max_length=2000)

    class Meta:
        form_classname = "struct-block enquete-regel"
        label_format = ""


class VoorwaardeBlock(blocks.StructBlock):
    """When this is shown."""

    regels = blocks.ListBlock(
        RegelBlock(label=_("Regel")),
        label=_("Regels"),
        default=[],
        required=False,
        max_num=10,
        help_text=_(
            "Geen regel: iedereen krijgt dit te zien. Bijvoorbeeld een regel: "
            "het antwoord op ‘Hebt u een hond?’ is ‘Ja’."
        ),
    )
    alle = blocks.BooleanBlock(
        label=_("Alle regels moeten kloppen"),
        required=False,
        default=True,
        help_text=_("Zonder vinkje is één regel die klopt genoeg."),
    )

    class Meta:
        label = _("Alleen tonen als…")
        icon = "view"
        collapsed = True
        label_format = ""
        form_classname = "struct-block enquete-voorwaarde"
